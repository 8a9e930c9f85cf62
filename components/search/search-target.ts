import { parsePackCode } from '../../lib/gs1/pack-code.ts';
import { packAddress } from '../page-addresses.ts';

/**
 * The page that a search leads to at once: a whole pack code, with or without brackets, as a scanner sends it or as
 * a web address. `undefined` where the register has to be asked what the words mean.
 */
export function searchTarget(query: string, thisYear: number): string | undefined {
  const code = parsePackCode(query.trim(), { thisYear });
  return code.ok ? packAddress(code.value.gtin, code.value.serial) : undefined;
}
