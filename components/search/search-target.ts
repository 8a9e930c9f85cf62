import { parsePackCode } from '../../lib/gs1/pack-code.ts';
import { parseSscc } from '../../lib/gs1/sscc.ts';
import { containerAddress, packAddress } from '../page-addresses.ts';

/**
 * The page that a search leads to at once: a whole pack code, with or without brackets, as a scanner sends it or as
 * a web address, or the SSCC of a case or pallet. `undefined` where the register has to be asked what the words mean.
 */
export function searchTarget(query: string, thisYear: number): string | undefined {
  const words = query.trim();
  const code = parsePackCode(words, { thisYear });
  if (code.ok) return packAddress(code.value.gtin, code.value.serial);
  const sscc = parseSscc(words.replace(/^(\]C1)?(\(00\)|00(?=\d{18}$))/, ''));
  return sscc.ok ? containerAddress(sscc.value) : undefined;
}
