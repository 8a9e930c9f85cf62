import { containerDigits } from '../../custody/container-holder.ts';
import { holderOfDigits } from '../../custody/holder-of-digits.ts';
import type { Gln } from '../../gs1/gln.ts';
import type { Register } from '../../store/fsck/register.ts';

const known = new WeakMap<Register, Map<string, Gln | undefined>>();

/** Whose GTIN it is by today's register: that of the product, else of the longest company prefix. */
export const holderIn = (register: Register, realm: number, gtin: string): Gln | undefined =>
  register.holders.get(`${realm}/${gtin}`) ?? byPrefix(register, gtin);

/** Whose key a container bears, likewise. */
export function containerHolderIn(register: Register, uri: string): Gln | undefined {
  const digits = containerDigits(uri);
  return digits === undefined ? undefined : byPrefix(register, digits);
}

function byPrefix(register: Register, digits: string): Gln | undefined {
  const found = known.get(register) ?? new Map<string, Gln | undefined>();
  known.set(register, found);
  if (!found.has(digits)) {
    if (found.size > MOST_KNOWN) found.clear();
    found.set(digits, holderOfDigits(digits, register.parties.values()));
  }
  return found.get(digits);
}

/** Containers are many: what is remembered stays small. */
const MOST_KNOWN = 10_000;
