import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { countText } from '../format/number-text.ts';
import { receiptAddress } from '../page-addresses.ts';
import { shippingTexts } from '../texts/en/shipping.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Pager } from '../ui/pager.tsx';
import { TimeText } from '../ui/time-text.tsx';
import type { ReceiveListScreenProps } from './shipping-data.ts';

const { receive: texts } = shippingTexts;

/** The deliveries on their way here, the oldest first. */
export function ReceiveListScreen({ shipments, nextHref }: ReceiveListScreenProps) {
  return (
    <div className="mx-auto max-w-4xl">
      <PageHead title={texts.title}>{texts.intro}</PageHead>
      {shipments.length === 0 ? (
        <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {shipments.map(({ id, from, reference, shippedAt, timeZone, packCount }) => (
            <li key={id}>
              <Link
                prefetch={false}
                href={receiptAddress(id)}
                className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-4 hover:bg-sunken sm:px-6"
              >
                <span className="min-w-0">
                  <span className="block font-medium">{from.name}</span>
                  <span className="text-ink-soft text-note">
                    {from.city}, {from.country} · {reference ?? texts.noReference}
                  </span>
                </span>
                <span className="flex items-center gap-3">
                  <span className="figures font-semibold">{countText(packCount, 'pack', 'packs')}</span>
                  <ChevronRight size={18} aria-hidden className="text-ink-soft rtl:-scale-x-100" />
                </span>
                <span className="text-ink-soft text-note">
                  {texts.columns.shipped} <TimeText at={shippedAt} siteZone={timeZone} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Pager firstHref={null} nextHref={nextHref} />
    </div>
  );
}
