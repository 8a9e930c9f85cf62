import { rateText } from '../format/rate-text.ts';
import { trendsTexts } from '../texts/en/trends.ts';

const WIDTH = 240;
const HEIGHT = 40;
const GAP = 2;

interface RateColumnsProps {
  readonly name: string;
  readonly rates: readonly (number | null)[];
  /** The top of the drawing, the same for all that are compared. */
  readonly most: number;
}

/** The course of one rate, a column for each period; a gap where nothing was scanned. */
export function RateColumns({ name, rates, most }: RateColumnsProps) {
  const known = rates.filter((rate) => rate !== null);
  const step = WIDTH / rates.length;
  const label = trendsTexts.alerts.course(
    name,
    rateText(Math.min(...known, Infinity)),
    rateText(Math.max(...known, 0)),
  );
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="h-10 w-full min-w-40 text-brand"
    >
      {rates.map((rate, at) => {
        if (rate === null) return null;
        // A rate that is not nothing is seen.
        const height = rate === 0 ? 0 : Math.max(2, (rate / (most || 1)) * HEIGHT);
        const x = at * step + GAP / 2;
        return (
          <rect key={x} x={x} y={HEIGHT - height} width={step - GAP} height={height} fill="currentColor" />
        );
      })}
      <path
        d={`M0 ${HEIGHT + 0.5}H${WIDTH}`}
        className="stroke-line-strong"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
