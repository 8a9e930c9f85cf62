import { type Gln, parseGln } from '../gs1/gln.ts';
import { type LocalDate, parseLocalDate } from '../kernel/local-date.ts';
import { UnusableInput } from './unusable-input.ts';

/** The options of a command as they were typed. Those that are required are there. */
export type AdminInput = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** The text of an option; `undefined` where it was not given. */
export function optionalText(input: AdminInput, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The text of an option that is required. */
export function textIn(input: AdminInput, name: string): string {
  const value = optionalText(input, name);
  if (value === undefined) throw new UnusableInput(`--${name} is missing.`);
  return value;
}

/** A GLN that may be absent. Throws {@link UnusableInput} where it is none. */
export function optionalGln(input: AdminInput, name: string): Gln | undefined {
  const text = optionalText(input, name);
  if (text === undefined) return undefined;
  const gln = parseGln(text);
  if (gln.ok) return gln.value;
  throw new UnusableInput(`--${name} ${text} is no GLN: thirteen digits, the last of them the check digit.`);
}

/** A GLN that is required. */
export function glnIn(input: AdminInput, name: string): Gln {
  const gln = optionalGln(input, name);
  if (gln === undefined) throw new UnusableInput(`--${name} is missing.`);
  return gln;
}

/** One of a list of words. */
export function wordIn<T extends string>(input: AdminInput, name: string, words: readonly T[]): T {
  const text = textIn(input, name);
  const word = words.find((one) => one === text);
  if (word === undefined) throw new UnusableInput(`--${name} ${text} is none of: ${words.join(', ')}.`);
  return word;
}

/** A day that may be absent. */
export function optionalDate(input: AdminInput, name: string): LocalDate | undefined {
  const text = optionalText(input, name);
  if (text === undefined) return undefined;
  const date = parseLocalDate(text);
  if (date === undefined) throw new UnusableInput(`--${name} ${text} is no day such as 2026-05-31.`);
  return date;
}

/** A number between two bounds, which may be absent. */
export function optionalNumber(
  input: AdminInput,
  name: string,
  [least, most]: readonly [number, number],
): number | undefined {
  const text = optionalText(input, name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!(number >= least && number <= most))
    throw new UnusableInput(`--${name} ${text} is no number from ${least} to ${most}.`);
  return number;
}

/** A country, ISO 3166-1 alpha-2. */
export function countryIn(input: AdminInput): string {
  const country = textIn(input, 'country');
  if (!/^[A-Z]{2}$/.test(country))
    throw new UnusableInput(`--country ${country} is no country: two capital letters, such as DE.`);
  return country;
}
