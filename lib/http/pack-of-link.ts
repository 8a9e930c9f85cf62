import { parseDigitalLink } from '../gs1/digital-link.ts';

/** What a Digital Link names of a pack, as text; what it does not name is empty. */
export interface PackOfLink {
  readonly gtin: string;
  readonly serial: string;
  readonly batch: string;
  readonly expiry: string;
}

/** Reads the path and query of a Digital Link that was opened here; `undefined` where it is none of a product. */
export function packOfLink(pathAndQuery: string): PackOfLink | undefined {
  const link = parseDigitalLink(`https://id.gs1.org${pathAndQuery}`);
  if (!link.ok || link.value.key.ai !== '01') return undefined;
  const { key, qualifiers, attributes } = link.value;
  const textOf = (ai: string): string =>
    [...qualifiers, ...attributes].find((element) => element.ai === ai)?.value ?? '';
  return { gtin: key.value, serial: textOf('21'), batch: textOf('10'), expiry: textOf('17') };
}
