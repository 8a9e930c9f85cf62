import { err, ok, type Result } from '../kernel/result.ts';
import { type BracketedTextError, parseBracketedText } from './bracketed-text.ts';
import type { PlacedAi } from './digital-link-path.ts';
import { parseElementString } from './element-string.ts';
import { type Expiry, type ExpiryError, parseExpiry } from './expiry.ts';
import { GS } from './group-separator.ts';
import { type Gtin, type GtinError, parseGtin } from './gtin.ts';
import { type LostSeparator, lostSeparator } from './lost-separator.ts';
import { type Lot, type LotError, parseLot } from './lot.ts';
import { parseSerial, type Serial, type SerialError } from './serial.ts';

/** What the symbol of a medicine pack says: the pack's identity, and its batch and expiry where they are marked. */
export type PackCode = {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot?: Lot;
  readonly expiry?: Expiry;
};

/** Why a text is no pack's code. `at` counts characters of the text from 0. */
export type PackCodeError =
  | BracketedTextError
  | GtinError
  | SerialError
  | LotError
  | ExpiryError
  | { readonly code: 'pack/no-gtin'; readonly at: number }
  | { readonly code: 'pack/no-serial'; readonly at: number }
  | ({ readonly code: 'pack/separator-lost' } & LostSeparator);

/** How a text came to us. */
export type PackCodeOptions = {
  /** The year the century of the expiry is chosen by. */
  readonly thisYear: number;
  /** True where the reader is known to keep separators, as a camera does; then none can have been lost. */
  readonly separatorsKept?: boolean;
};

/**
 * Reads the symbol of a medicine pack, as a scanner sends it (AIM prefix allowed), as a Digital Link or with
 * bracketed AIs. AIs besides 01, 21, 10 and 17 are judged and left out. Where a separator may have been lost
 * the text is refused with the place, because the serial number read could be the wrong one.
 */
export function parsePackCode(text: string, options: PackCodeOptions): Result<PackCode, PackCodeError> {
  const isBracketed = text.startsWith('(');
  const elements = isBracketed ? parseBracketedText(text) : parseElementString(text);
  const mayBeLost = !isBracketed && !options.separatorsKept && !/^(?:\]..)?https?:/i.test(text);
  if (!elements.ok) {
    return mayBeLost && isOverlong(elements.error) && !text.includes(GS)
      ? err({ code: 'pack/separator-lost', at: elements.error.at, swallowed: '' })
      : elements;
  }
  const lost = mayBeLost ? lostSeparator(text, elements.value) : undefined;
  if (lost) return err({ code: 'pack/separator-lost', ...lost });
  return packCodeOf(elements.value, options.thisYear, text.length);
}

/** A value that runs past its greatest length has most likely run into the next AI. */
const isOverlong = (error: BracketedTextError): boolean =>
  error.code === 'element/value' && error.rule === 'too-long';

/** The pack's code among elements already read from a text of `length` characters. Errors as {@link parsePackCode}. */
export function packCodeOf(
  elements: readonly PlacedAi[],
  thisYear: number,
  length: number,
): Result<PackCode, PackCodeError> {
  const find = (ai: string): PlacedAi | undefined => elements.find((element) => element.ai === ai);
  const gtinAt = find('01');
  if (!gtinAt) return err({ code: 'pack/no-gtin', at: length });
  const serialAt = find('21');
  if (!serialAt) return err({ code: 'pack/no-serial', at: length });

  const gtin = placed(gtinAt, parseGtin);
  if (!gtin.ok) return gtin;
  const serial = placed(serialAt, parseSerial);
  if (!serial.ok) return serial;
  const lot = optional(find('10'), parseLot);
  if (!lot.ok) return lot;
  const expiry = optional(find('17'), (value) => parseExpiry(value, thisYear));
  if (!expiry.ok) return expiry;
  return ok({
    gtin: gtin.value,
    serial: serial.value,
    ...(lot.value === undefined ? {} : { lot: lot.value }),
    ...(expiry.value === undefined ? {} : { expiry: expiry.value }),
  });
}

type Parser<T, E> = (value: string) => Result<T, E>;

/** Parses an element's value; a fault is placed in the whole text. */
function placed<T, E extends { readonly at: number }>(element: PlacedAi, parse: Parser<T, E>): Result<T, E> {
  const parsed = parse(element.value);
  return parsed.ok ? parsed : err({ ...parsed.error, at: element.at + parsed.error.at });
}

const optional = <T, E extends { readonly at: number }>(
  element: PlacedAi | undefined,
  parse: Parser<T, E>,
): Result<T | undefined, E> => (element ? placed(element, parse) : ok(undefined));
