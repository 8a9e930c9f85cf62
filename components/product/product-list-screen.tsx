import Link from 'next/link';
import type { ProductListRow } from '../../lib/queries/product-screen.ts';
import { productAddress } from '../page-addresses.ts';
import { productTexts } from '../texts/en/product.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Identifier } from '../ui/identifier.tsx';
import { PageHead } from '../ui/page-head.tsx';

/** The products of an organisation. */
export function ProductListScreen({ rows }: { readonly rows: readonly ProductListRow[] }) {
  return (
    <div className="mx-auto max-w-5xl">
      <PageHead title={productTexts.listTitle}>{productTexts.listIntro}</PageHead>
      {rows.length === 0 ? (
        <EmptyState title={productTexts.none}>{productTexts.noneText}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {rows.map(({ gtin, name, serialLength, serialsEnforced }) => (
            <li key={gtin} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 p-4">
              <Link
                href={productAddress(gtin)}
                className="inline-flex min-h-9 items-center rounded-small font-medium text-brand hover:underline"
              >
                {name}
              </Link>
              <span className="flex flex-wrap gap-x-6 text-ink-soft">
                <Identifier kind="gtin" value={gtin} />
                <span>{productTexts.policy.summary(serialLength, serialsEnforced)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
