import type { Gln } from '../gs1/gln.ts';
import { gs1IdOf } from '../gs1/parse-gs1-id.ts';
import { holderOfDigits } from './holder-of-digits.ts';
import type { PartyFacts } from './party-facts.ts';

/**
 * The digits of a container's key with one digit before the company prefix, as a GTIN has its indicator: an SSCC has its extension
 * digit there and a GRAI a zero, a GIAI begins with the prefix (General Specifications 3.3.1, 3.8.1, 3.8.2). `undefined` of anything else.
 */
export function containerDigits(uri: string): string | undefined {
  const key = gs1IdOf(uri)?.key;
  if (key?.ai === '00' || key?.ai === '8003') return key.value;
  return key?.ai === '8004' ? `0${key.value}` : undefined;
}

/** Whose key a container bears: the longest company prefix assigned says it (custody.md 5). */
export function containerHolder(uri: string, parties: Iterable<PartyFacts>): Gln | undefined {
  const digits = containerDigits(uri);
  return digits === undefined ? undefined : holderOfDigits(digits, parties);
}
