import { oneInText } from '../format/one-in-text.ts';
import { controlTexts } from '../texts/en/controls.ts';
import { productTexts } from '../texts/en/product.ts';
import { Card } from '../ui/card.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { Identifier } from '../ui/identifier.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PolicyForm } from './policy-form.tsx';
import type { ProductScreenProps } from './product-data.ts';
import { RangeList } from './range-list.tsx';

/** One product of the reader's organisation: what it is, and how its serials are made. */
export function ProductScreen({ savePolicy, addRange, removeRange, ...product }: ProductScreenProps) {
  const { gtin, name, markets, packs, mayChange } = product;
  const { policy, ranges } = productTexts;
  const named = markets.map(({ country, withdrawn }) =>
    withdrawn ? productTexts.withdrawn(country) : country,
  );
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6">
      <PageHead title={name} />
      <Card>
        <FactList
          facts={[
            [controlTexts.identifiers.gtin, <Identifier key="gtin" kind="gtin" value={gtin} />],
            [productTexts.markets, named.length === 0 ? productTexts.noMarkets : named.join(', ')],
            [productTexts.packs, productTexts.number(packs)],
          ]}
        />
      </Card>
      <Card title={policy.title}>
        <p className="mb-4 text-ink-soft">
          {policy.text}
          <span className="figures block">{policy.chance(oneInText(product.guessChance))}</span>
        </p>
        {mayChange ? (
          <PolicyForm product={product} save={savePolicy} />
        ) : (
          <p>{policy.summary(product.serialLength, product.serialsEnforced)}</p>
        )}
      </Card>
      <Card title={ranges.title}>
        <p className="mb-4 text-ink-soft">{ranges.text}</p>
        <RangeList product={product} add={addRange} remove={removeRange} />
      </Card>
    </div>
  );
}
