import { firstOutsideCset82 } from '../gs1/cset82.ts';
import { canonicalUriOf } from '../gs1/gs1-id.ts';

const uriOf = (serial: string): string =>
  canonicalUriOf({ key: { ai: '01', value: '' }, qualifier: { ai: '21', value: serial } });

const PREFIX = uriOf('').replace('//21/', '/');

/** GS1 character set 82 is a part of printable ASCII. */
const CSET82 = Array.from({ length: 0x5e }, (_, i) => String.fromCharCode(0x21 + i)).filter(
  (character) => firstOutsideCset82(character) === -1,
);

/** Characters of serial numbers that a Digital Link writes otherwise, the percent sign first: it marks all others. */
const ENCODED = CSET82.map((character) => [character, uriOf(character).slice(uriOf('').length)] as const)
  .filter(([character, encoded]) => character !== encoded)
  .toSorted(([a], [b]) => Number(b === '%') - Number(a === '%'));

/** The canonical Digital Link of the pack in the row `alias`, as SQL: the reverse of `gs1_value`. */
export function packUriSql(alias: string): string {
  const serial = ENCODED.reduce(
    (sql, [character, encoded]) => `replace(${sql}, '${character.replace("'", "''")}', '${encoded}')`,
    `${alias}.serial`,
  );
  return `'${PREFIX}' || ${alias}.gtin || '/21/' || ${serial}`;
}
