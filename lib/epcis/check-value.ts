import { parseOffset } from '../kernel/instant.ts';
import { parseDateTime } from './date-time.ts';
import type { EpcisErrorCode } from './epcis-error.ts';
import { type Faults, shown } from './faults.ts';
import { isUri } from './uri.ts';

/** Looks at one value of a document and adds what is wrong with it. */
export type Check = (value: unknown, path: string, faults: Faults) => void;

/** Demands a text that `accepts`. */
function textThat(accepts: (text: string) => boolean, code: EpcisErrorCode, wanted: string): Check {
  return (value, path, faults) => {
    if (typeof value !== 'string') faults.add('epcis/not-text', path, `${shown(value)} is not a text`);
    else if (!accepts(value)) faults.add(code, path, `${shown(value)} is not ${wanted}`);
  };
}

export const anyText = textThat(() => true, 'epcis/value', 'a text');

/** What an event names is kept in indexes, whose rows have some 2700 bytes at most; a URI has only ASCII. */
const LONGEST_URI = 2_000;

export const uri = textThat(
  (text) => text.length <= LONGEST_URI && isUri(text),
  'epcis/uri',
  `a URI of at most ${LONGEST_URI} characters`,
);

/** EPCIS 2.0 section 7.2.1: a time with its zone. */
export const dateTime = textThat(
  (text) => parseDateTime(text).ok,
  'epcis/date-time',
  'a date and time with a time zone, between the years 1900 and 2999',
);

/** EPCIS 2.0 section 7.4.1: `eventTimeZoneOffset`. */
export const offset = textThat(
  (text) => parseOffset(text).ok,
  'epcis/offset',
  'an offset such as +02:00, at most 14 hours',
);

export const version = textThat(
  (text) => /^\d+(\.\d+)*$/.test(text),
  'epcis/version',
  'a version such as 2.0',
);

/** UN/ECE Recommendation 20: the unit of a quantity. */
export const unit = textThat((text) => /^[A-Z0-9]{2,3}$/.test(text), 'epcis/value', 'a unit code');

export const hexBinary = textThat((text) => /^[A-Fa-f0-9]+$/.test(text), 'epcis/value', 'hexadecimal');

export const decimal: Check = (value, path, faults) => {
  if (typeof value !== 'number') faults.add('epcis/not-a-number', path, `${shown(value)} is not a number`);
};

export const boolean: Check = (value, path, faults) => {
  if (typeof value !== 'boolean')
    faults.add('epcis/not-a-boolean', path, `${shown(value)} is not true or false`);
};

/** Demands one of a few texts. */
export function oneOf(words: readonly string[]): Check {
  return textThat((text) => words.includes(text), 'epcis/value', `one of ${words.join(', ')}`);
}

/** Demands a word of a vocabulary or the URI of a word of another's. */
export function wordOrUri(accepts: (text: string) => boolean, what: string): Check {
  return textThat(accepts, 'epcis/value', `${what} of the GS1 vocabularies, nor a URI of another`);
}
