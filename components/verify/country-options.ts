/** What Intl names beside countries: unions, test regions, and places without a seat of their own. */
const NO_COUNTRY: ReadonlySet<string> = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AC',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'CQ',
]);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Every country by name, as the browser names it, with its ISO 3166-1 alpha-2 code. */
export function countryOptions(): readonly { readonly code: string; readonly name: string }[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return codes
    .flatMap((code) => {
      // Codes of the past are named by what follows them.
      const isCurrent = new Intl.Locale(`und-${code}`).region === code;
      const name = NO_COUNTRY.has(code) || !isCurrent ? undefined : names.of(code);
      return name === undefined ? [] : [{ code, name }];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The country that the browser's language names; empty where it names none. */
export const likelyCountry = (): string => new Intl.Locale(navigator.language).region ?? '';
