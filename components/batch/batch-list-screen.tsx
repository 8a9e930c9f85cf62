import Link from 'next/link';
import { dateText } from '../format/date-text.ts';
import { batchAddress, PAGE, PRODUCTS } from '../page-addresses.ts';
import { batchTexts } from '../texts/en/batch.ts';
import { controlTexts } from '../texts/en/controls.ts';
import { productTexts } from '../texts/en/product.ts';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Pager } from '../ui/pager.tsx';
import type { BatchListScreenProps } from './batch-data.ts';

/** The batches of one's own products, newest first. */
export function BatchListScreen({ rows, nextHref }: BatchListScreenProps) {
  const register = (
    <span className="flex flex-wrap gap-3">
      <Link href={PRODUCTS} className={buttonClass('secondary')}>
        {productTexts.open}
      </Link>
      <Link href={PAGE.register} className={buttonClass('primary')}>
        {batchTexts.register}
      </Link>
    </span>
  );
  return (
    <div className="mx-auto max-w-5xl">
      <PageHead title={batchTexts.listTitle} action={register}>
        {batchTexts.listIntro}
      </PageHead>
      {rows.length === 0 ? (
        <EmptyState title={batchTexts.none}>{batchTexts.noneText}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {rows.map(({ gtin, lot, productName, expiry, state, packs }) => (
            <li key={`${gtin}/${lot}`}>
              <Link
                prefetch={false}
                href={batchAddress(gtin, lot)}
                className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1 px-4 py-4 -outline-offset-2 hover:bg-sunken sm:px-6"
              >
                <span className="min-w-0 font-medium">{productName}</span>
                <span className="figures font-semibold">{batchTexts.packCount(packs)}</span>
                <span className="text-ink-soft text-note">
                  {batchTexts.title(lot)} · {controlTexts.expiry}{' '}
                  {expiry === null ? controlTexts.notKnown : dateText(expiry)}
                </span>
                <span
                  className={state === 'released' ? 'text-ink-soft text-note' : 'font-semibold text-note'}
                >
                  {batchTexts.states[state]}
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
