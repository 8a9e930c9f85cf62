import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { shippingTexts } from '../texts/en/shipping.ts';
import { ExpiryText } from '../ui/expiry-text.tsx';
import { packGroups } from './delivery-difference.ts';
import type { PackLine } from './shipping-data.ts';

/** Packs by product and batch, the serials of each on asking. */
export function PackGroups({
  lines,
  countOf,
}: {
  readonly lines: readonly PackLine[];
  /** What to say of a group in place of its count. */
  readonly countOf?: (packs: readonly PackLine[]) => ReactNode;
}) {
  return (
    <ul className="divide-y divide-line">
      {packGroups(lines).map(({ key, first, packs }) => (
        <li key={key}>
          <details className="group py-3">
            <summary className="flex list-none items-start justify-between gap-3 rounded-small">
              <span className="min-w-0">
                <span className="block font-medium">{first.productName}</span>
                <span className="flex flex-wrap gap-x-3 text-ink-soft text-note">
                  <span className="font-mono">{first.batch}</span>
                  <ExpiryText date={first.expiry} />
                </span>
              </span>
              <span className="figures flex shrink-0 items-center gap-1 text-ink-soft">
                {countOf ? countOf(packs) : shippingTexts.group.count(packs.length)}
                <ChevronDown size={16} aria-hidden className="transition-transform group-open:rotate-180" />
              </span>
            </summary>
            <ul
              aria-label={shippingTexts.group.more}
              className="mt-2 flex max-h-60 flex-wrap gap-x-4 gap-y-1 overflow-y-auto font-mono text-note"
              dir="ltr"
            >
              {packs.map(({ serial }) => (
                <li key={serial}>{serial}</li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
