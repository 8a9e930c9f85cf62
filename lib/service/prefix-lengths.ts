import type { EpcFormat } from '../epcis/epc-format.ts';
import { type PrefixLengthOf, prefixDigitsIn } from '../epcis/format-epcs.ts';
import type { StoredEvent } from '../epcis/stored-event.ts';
import { loadCompanyPrefixes } from '../store/company-prefixes.ts';

/** Tag Data Standard 2.0 section 6: a company prefix has so many digits at least and at most. */
const SHORTEST = 6;
const LONGEST = 12;

/**
 * How long the company prefixes in these events are, by the register: what a Digital Link needs to become a URN. Of
 * several prefixes that begin the same digits the longest is meant. Asks for nothing where no URN is asked for.
 */
export async function prefixLengths(
  events: readonly StoredEvent[],
  format: EpcFormat,
): Promise<PrefixLengthOf> {
  if (format !== 'Always_EPC_URN') return () => undefined;
  const digits = [...prefixDigitsIn(events.map(({ document }) => document))];
  const candidates = new Set(digits.flatMap((text) => LENGTHS.map((length) => text.slice(0, length))));
  const registered = await loadCompanyPrefixes([...candidates]);
  return (text) => LENGTHS.find((length) => registered.has(text.slice(0, length)));
}

const LENGTHS = Array.from({ length: LONGEST - SHORTEST + 1 }, (_, i) => LONGEST - i);
