import type { LedgerScreenRow } from '../../lib/queries/ledger-screen.ts';
import { numberText } from '../format/number-text.ts';
import { ledgerTexts } from '../texts/en/ledger.ts';
import { Card } from '../ui/card.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { linePath, sparkPoints } from './sparkline.ts';

const WIDTH = 600;
const HEIGHT = 120;

/** How the log has grown. The same is said in words for whoever does not see the line. */
export function GrowthLine({ growth }: Pick<LedgerScreenRow, 'growth'>) {
  const first = growth[0];
  const last = growth.at(-1);
  if (!first || !last || growth.length < 2) return null;
  const line = linePath(sparkPoints(growth, WIDTH, HEIGHT));
  return (
    <Card title={ledgerTexts.growth}>
      <svg
        viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={ledgerTexts.growthText(numberText(first.size), numberText(last.size))}
        className="h-32 w-full text-brand"
      >
        <path d={`${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`} className="fill-brand-soft" />
        <path
          d={line}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          strokeLinejoin="round"
        />
      </svg>
      <p className="mt-2 flex flex-wrap justify-between gap-x-4 text-ink-soft text-note">
        <TimeText at={first.at} />
        <TimeText at={last.at} />
      </p>
    </Card>
  );
}
