/** What a symbology identifier says of the symbol a text was read from (ISO/IEC 15424; General Specifications 5.10). */
export type SymbolKind =
  /** FNC1 in first position: the text is a GS1 element string. */
  | 'gs1'
  /** Matrix or linear code without FNC1: anything, a Digital Link at best. */
  | 'plain'
  /** EAN and UPC: a GTIN and nothing else. */
  | 'retail'
  | 'unknown';

/** A text split into its symbology identifier, such as `]d2`, and what was in the symbol. */
export type AimText = { readonly identifier?: string; readonly kind: SymbolKind; readonly dataAt: number };

const GS1_SYMBOLS = new Set([']C1', ']e0', ']d2', ']Q3', ']J1']);
const PLAIN = /^\](?:C[024]|d[013-6]|Q[0-24-6]|J[02-5]|[AFGIKLORSUXZabcfghijlnoprstz]\w)$/;

/** The kind of symbol behind an identifier. Upper and lower case differ: `]d2` is GS1 DataMatrix, `]D2` is nothing. */
export function symbolKindOf(identifier: string): SymbolKind {
  if (GS1_SYMBOLS.has(identifier)) return 'gs1';
  if (/^\]E[0-4]$/.test(identifier)) return 'retail';
  return PLAIN.test(identifier) ? 'plain' : 'unknown';
}

/** Finds the identifier a scanner may send ahead of the data; `]` opens no element string, so nothing else can be meant. */
export function splitAimPrefix(text: string): AimText {
  const identifier = /^\][A-Za-z][0-9A-Za-z]/.exec(text)?.[0];
  return identifier
    ? { identifier, kind: symbolKindOf(identifier), dataAt: 3 }
    : { kind: 'unknown', dataAt: 0 };
}
