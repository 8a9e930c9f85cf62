'use client';

import { useState } from 'react';
import { registerTexts } from '../texts/en/register.ts';
import { Identifier } from '../ui/identifier.tsx';
import type { ProductChoice } from './register-data.ts';

/** A list that is longer than this is searched rather than looked through. */
const MOST_AT_A_GLANCE = 12;

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
  const { label, find, findNone } = registerTexts.product;
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const found = products.filter(({ name, gtin }) => `${name} ${gtin}`.toLowerCase().includes(wanted));
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      {products.length > MOST_AT_A_GLANCE && (
        <input
          type="search"
          aria-label={find}
          placeholder={find}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="field mb-4"
        />
      )}
      {found.length === 0 && <p className="text-ink-soft">{findNone}</p>}
      <div className="grid gap-2 md:grid-cols-2">
        {found.map((product) => (
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
