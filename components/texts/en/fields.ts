import type { ExpiryError } from '../../../lib/gs1/expiry.ts';
import type { GtinError } from '../../../lib/gs1/gtin.ts';
import type { LotError } from '../../../lib/gs1/lot.ts';
import type { SerialError } from '../../../lib/gs1/serial.ts';

type FieldError = GtinError | SerialError | LotError | ExpiryError;

/** Positions are counted from 1, as people count. */
const place = (at: number): string => `Character ${at + 1}`;

const tooLong = (what: string) => (length: number) =>
  `${what} has at most 20 characters; this has ${length}.`;
const character = (what: string) => (at: number, found: string) =>
  `${place(at)}, ${found === ' ' ? 'a space' : `“${found}”`}, cannot stand in a ${what}. Letters, digits and a few signs can; spaces cannot.`;

/** What is wrong with a typed GTIN, serial, batch or expiry, with the place of the fault. */
export function fieldFaultText(error: FieldError): string {
  switch (error.code) {
    case 'gtin/length':
      return error.length === 0
        ? 'The GTIN is missing.'
        : `A GTIN has 8, 12, 13 or 14 digits; this has ${error.length}.`;
    case 'gtin/non-digit':
      return `${place(error.at)} is not a digit.`;
    case 'gtin/check-digit':
      return `The last digit should be ${error.want}: one of the digits is mistyped.`;
    case 'serial/empty':
      return 'The serial number is missing.';
    case 'serial/too-long':
      return tooLong('A serial number')(error.length);
    case 'serial/character':
      return character('serial number')(error.at, error.character);
    case 'lot/empty':
      return 'The batch is missing.';
    case 'lot/too-long':
      return tooLong('A batch')(error.length);
    case 'lot/character':
      return character('batch')(error.at, error.character);
    case 'expiry/length':
      return error.length === 0
        ? 'The expiry date is missing.'
        : `Six digits are needed: year, month, day (280531). This has ${error.length}.`;
    case 'expiry/non-digit':
      return `${place(error.at)} is not a digit. Type year, month, day as six digits: 280531.`;
    case 'expiry/month':
      return 'Characters 3 and 4 are the month: 01 to 12.';
    case 'expiry/day':
      return 'Characters 5 and 6 are the day: this month has no such day. 00 stands for its last day.';
    default:
      return error satisfies never;
  }
}

/** Names and examples of the fields. */
export const fieldTexts = {
  gtin: 'GTIN (product code)',
  gtinHint: 'Behind (01), or “PC” on the pack: up to 14 digits.',
  serial: 'Serial number',
  serialHint: 'Behind (21), or “SN”. Capitals and small letters are different.',
  batch: 'Batch',
  batchHint: 'Behind (10), or “Lot”.',
  expiry: 'Expiry date, six digits',
  expiryHint: 'Behind (17), or “EXP”, as year, month, day: 280531 is 31 May 2028.',
} as const;
