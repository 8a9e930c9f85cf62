import { numberText } from '../format/number-text.ts';
import { batchTexts } from '../texts/en/batch.ts';
import type { BatchCounts } from './batch-data.ts';

const PARTS = ['own', 'transit', 'others', 'supplied', 'gone'] as const;

/** Each part has a pattern of its own beside its shade: the bar must be read without colour. */
const FILL: Record<(typeof PARTS)[number], string> = {
  own: 'fill-brand',
  transit: 'fill-brand opacity-65',
  others: 'fill-brand opacity-35',
  supplied: 'fill-line-strong',
  gone: 'fill-line',
};

const WIDTH = 1000;
const GAP = 4;

/** Where the packs of a batch are, as one bar with its figures below. */
export function PlaceBar({ counts }: { readonly counts: BatchCounts }) {
  const all = PARTS.reduce((sum, part) => sum + counts[part], 0);
  const label = PARTS.map((part) => `${batchTexts.counts[part]} ${numberText(counts[part])}`).join(', ');
  let from = 0;
  const pieces = PARTS.map((part) => {
    const start = from;
    from += all === 0 ? 0 : (counts[part] / all) * WIDTH;
    return { part, start, end: from };
  });
  return (
    <div>
      <svg
        viewBox={`0 0 ${WIDTH} 28`}
        preserveAspectRatio="none"
        role="img"
        aria-label={batchTexts.barLabel(label)}
        className="h-7 w-full rounded-small bg-sunken"
      >
        {pieces.map(({ part, start, end }) => (
          <rect
            key={part}
            x={start}
            width={Math.max(end - start - (end < WIDTH ? GAP : 0), 0)}
            height="28"
            className={FILL[part]}
          />
        ))}
      </svg>
      <dl className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-6 gap-y-4">
        {PARTS.map((part) => (
          <div key={part} className="min-w-0">
            <dt className="flex items-start gap-2 text-ink-soft text-note">
              <svg viewBox="0 0 10 10" aria-hidden="true" className="mt-1.5 size-2.5 shrink-0">
                <rect width="10" height="10" rx="2" className={FILL[part]} />
              </svg>
              {batchTexts.counts[part]}
            </dt>
            <dd className="figures font-semibold text-lead">{numberText(counts[part])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
