'use client';

import { registerTexts } from '../texts/en/register.ts';
import { Identifier } from '../ui/identifier.tsx';
import type { ProductChoice } from './register-data.ts';

/** Which product: one choice among those the organisation holds. Choosing answers the step. */
export function ProductStep({
  products,
  chosen,
  onChoose,
}: {
  readonly products: readonly ProductChoice[];
  readonly chosen: string | undefined;
  readonly onChoose: (product: ProductChoice) => void;
}) {
  return (
    <fieldset>
      <legend className="sr-only">{registerTexts.product.label}</legend>
      <div className="grid gap-2 md:grid-cols-2">
        {products.map((product) => (
          <button
            key={product.gtin}
            type="button"
            aria-pressed={product.gtin === chosen}
            onClick={() => onChoose(product)}
            className="flex min-h-16 flex-col items-start justify-center rounded-control border border-line px-4 py-2 text-start hover:border-brand hover:bg-brand-soft aria-pressed:border-brand aria-pressed:bg-brand-soft"
          >
            <span className="font-medium">{product.name}</span>
            <Identifier kind="gtin" value={product.gtin} copy={false} className="text-ink-soft text-note" />
          </button>
        ))}
      </div>
    </fieldset>
  );
}
