import type { Gln } from '../gs1/gln.ts';
import type { PartyFacts } from './party-facts.ts';

/** Who has the longest company prefix that begins at the second of the digits (General Specifications 3.3). */
export function holderOfDigits(digits: string, parties: Iterable<PartyFacts>): Gln | undefined {
  let best = { length: 0, gln: undefined as Gln | undefined };
  for (const { gln, companyPrefixes } of parties) {
    for (const prefix of companyPrefixes) {
      if (prefix.length > best.length && digits.startsWith(prefix, 1)) best = { length: prefix.length, gln };
    }
  }
  return best.gln;
}
