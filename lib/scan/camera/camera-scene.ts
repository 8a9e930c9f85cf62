import type { ColourPicture } from './grey-picture.ts';

/** A frame in a few dozen points: enough to tell whether anything moves, and whether there is print to read. */
export type Scene = { readonly points: Uint8Array; readonly edges: number };

const COLUMNS = 32;
const ROWS = 24;

/** Two neighbouring pixels that differ by so much lie on an edge. */
const EDGE = 24;

/** Looks at the frame in a grid, and in each cell at two pixels a step apart (green alone is brightness enough). */
export function sceneOf({ width, height, data }: ColourPicture): Scene {
  const points = new Uint8Array(COLUMNS * ROWS);
  let edges = 0;
  for (let row = 0; row < ROWS; row++) {
    const y = Math.floor(((row + 0.5) * height) / ROWS);
    for (let column = 0; column < COLUMNS; column++) {
      const x = Math.floor(((column + 0.5) * width) / COLUMNS);
      const here = data[(y * width + x) * 4 + 1] ?? 0;
      const beside = data[(y * width + Math.min(width - 1, x + 3)) * 4 + 1] ?? 0;
      points[row * COLUMNS + column] = here;
      if (Math.abs(here - beside) > EDGE) edges++;
    }
  }
  return { points, edges: edges / points.length };
}

/** Mean difference between two scenes above which something has moved; a camera's own noise stays well below. */
const MOVED = 5;

/** True where something has moved between two scenes. */
export function hasMoved(before: Scene | undefined, now: Scene): boolean {
  if (!before) return true;
  let sum = 0;
  for (let at = 0; at < now.points.length; at++) {
    sum += Math.abs((now.points[at] ?? 0) - (before.points[at] ?? 0));
  }
  return sum / now.points.length > MOVED;
}
