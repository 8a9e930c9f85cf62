/** A point of the drawing, in its own units. */
export interface SparkPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Places the sizes of the log over time in a drawing of `width` × `height`, time to the right, growth upwards from
 * zero at the bottom. Sizes are decimal text of any length.
 */
export function sparkPoints(
  growth: readonly { readonly at: string; readonly size: string }[],
  width: number,
  height: number,
): readonly SparkPoint[] {
  const times = growth.map(({ at }) => Date.parse(at));
  const sizes = growth.map(({ size }) => Number(size));
  const first = Math.min(...times);
  const span = Math.max(...times) - first || 1;
  const most = Math.max(...sizes) || 1;
  return growth.map((_, at) => ({
    x: round((((times[at] ?? first) - first) / span) * width),
    y: round(height - ((sizes[at] ?? 0) / most) * height),
  }));
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The points as an SVG path. */
export const linePath = (points: readonly SparkPoint[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
