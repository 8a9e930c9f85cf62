import type { LocalDate } from '../../kernel/local-date.ts';
import { expiryDigits } from '../expiry.ts';
import type { AiValue } from '../gs1-id.ts';
import type { Gtin } from '../gtin.ts';
import type { Lot } from '../lot.ts';
import type { Serial } from '../serial.ts';
import type { Label } from './label.ts';

/** What a pack's label says. A pack without batch or expiry has none on its label. */
export interface PackToLabel {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot: Lot | undefined;
  readonly expiry: LocalDate | undefined;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * The label of a pack: GTIN, serial number, expiry and batch, in the symbol and beside it (General Specifications 4.14 for the text). The
 * batch is last, so that no separator need follow it; the day of the expiry is never 00 (GSCN 21-040), and stands in words besides.
 */
export function packLabel({ gtin, serial, lot, expiry }: PackToLabel): Label {
  const elements: readonly AiValue[] = [
    { ai: '01', value: gtin },
    { ai: '21', value: serial },
    ...(expiry === undefined ? [] : [{ ai: '17', value: expiryDigits(expiry) }]),
    ...(lot === undefined ? [] : [{ ai: '10', value: lot }]),
  ];
  return {
    kind: 'pack',
    elements,
    lines: elements.map(({ ai, value }) =>
      ai === '17' && expiry !== undefined ? `(17) ${value}  ${dayInWords(expiry)}` : `(${ai}) ${value}`,
    ),
  };
}

/** `31 May 2028`: no order of numbers that could be read the other way round. */
function dayInWords(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
