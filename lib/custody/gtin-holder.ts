import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { holderOfDigits } from './holder-of-digits.ts';
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
  return holderOfDigits(gtin, parties);
}
