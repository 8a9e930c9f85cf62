import { type Faults, pointer, shown } from './faults.ts';

/** No published document nests deeper than a dozen; without a limit a small body could exhaust the stack. */
const MAX_DEPTH = 64;

/** Neither XML nor a database can carry NUL, and no UTF-8 half a surrogate pair: such a text could not come back. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/**
 * Checks that a value of unknown origin is JSON that can be stored and hashed: no member deeper than 64 levels,
 * numbers finite, strings well-formed Unicode without NUL. What passes is a `Json` and safe to walk recursively.
 */
export function checkJson(value: unknown, path: string, faults: Faults, depth = 0): void {
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      if (!isStorable(value))
        faults.add('epcis/character', path, 'the text holds NUL or half a surrogate pair');
      return;
    case 'number':
      if (!Number.isFinite(value)) faults.add('epcis/not-json', path, 'the number is too large');
      return;
    case 'object':
      if (value !== null) checkMembers(value, path, faults, depth);
      return;
    default:
      faults.add('epcis/not-json', path, `${shown(value)} is not JSON`);
  }
}

function checkMembers(value: object, path: string, faults: Faults, depth: number): void {
  if (depth >= MAX_DEPTH) {
    faults.add('epcis/too-deep', path, `nothing may nest deeper than ${MAX_DEPTH} levels`);
    return;
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length && !faults.full; i++) {
      checkJson(value[i], pointer(path, i), faults, depth + 1);
    }
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (faults.full) return;
    if (!isStorable(key)) faults.add('epcis/character', path, 'a name holds NUL or half a surrogate pair');
    checkJson(member, pointer(path, key), faults, depth + 1);
  }
}
