import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { PartyFacts } from './party-facts.ts';
import type { ProductFacts } from './product-facts.ts';

/**
 * Whose GTIN it is: by master data, else by the longest company prefix assigned (custody.md 5). A GTIN carries its
 * prefix behind the indicator digit (General Specifications 3.3.2).
 */
export function gtinHolder(
  gtin: Gtin,
  product: ProductFacts | undefined,
  parties: Iterable<PartyFacts>,
): Gln | undefined {
  if (product) return product.holder;
  let best = { length: 0, gln: undefined as Gln | undefined };
  for (const { gln, companyPrefixes } of parties) {
    for (const prefix of companyPrefixes) {
      if (prefix.length > best.length && gtin.startsWith(prefix, 1)) best = { length: prefix.length, gln };
    }
  }
  return best.gln;
}
