/**
 * lib/scan: from what a camera, a hand scanner or a person delivers to what the symbol says, or to the reason
 * why it cannot be trusted and what mends it. Pure; words for people live in the interface.
 */
import { splitAimPrefix, symbolKindOf } from '../gs1/aim-prefix.ts';
import { parseBracketedText } from '../gs1/bracketed-text.ts';
import type { PlacedAi } from '../gs1/digital-link-path.ts';
import { parseElementString } from '../gs1/element-string.ts';
import { GS } from '../gs1/group-separator.ts';
import { parseGtin } from '../gs1/gtin.ts';
import { lostSeparator } from '../gs1/lost-separator.ts';
import { parseItemCode } from '../gs1/other-codes/parse-item-code.ts';
import { type PackCode, type PackCodeError, packCodeOf } from '../gs1/pack-code.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { replacedSeparator } from './replaced-separator.ts';
import { scanCure } from './scan-cure.ts';
import type { ScanFault, ScanProblem, ScanSource } from './scan-fault.ts';

export type { ScanSource } from './scan-fault.ts';

/** What is known of a scan besides its text. */
export type ScanOptions = {
  readonly source: ScanSource;
  /** The symbology identifier where the reader tells it apart from the text, such as `]d2`. */
  readonly symbologyIdentifier?: string;
  /** The year the century of an expiry date is chosen by. */
  readonly thisYear: number;
};

/** What a symbol says: a pack with its serial number, or other GS1 data such as a case, a batch or an SSCC. */
export type ScanReading =
  | { readonly kind: 'pack'; readonly pack: PackCode; readonly elements: readonly PlacedAi[] }
  | { readonly kind: 'other'; readonly elements: readonly PlacedAi[] };

/** A text with what is known of it. `dataAt` is where the data begins behind an AIM prefix. */
type Scan = {
  readonly read: string;
  /** Without the line ends and, where typed by a person, the blanks around it. */
  readonly text: string;
  readonly dataAt: number;
  readonly identifier: string | undefined;
  readonly source: ScanSource;
  readonly thisYear: number;
};

/**
 * Judges one scan. Characters are never mended and separators never guessed: whatever cannot be trusted comes
 * back as a fault with its place, its cause and its cure.
 */
export function readScan(read: string, options: ScanOptions): Result<ScanReading, ScanFault> {
  const scan = scanOf(read, options);
  const fault = carrierFault(scan) ?? separatorFault(scan);
  if (fault) return err(fault);

  const elements = readData(scan);
  if (!elements.ok) return err(dataFault(scan, elements.error));
  const lost = separatorsKept(scan) ? undefined : lostSeparator(scan.text, elements.value);
  if (lost) return err(lostFault(scan, lost.at, lost.swallowed));
  return readingOf(scan, elements.value, options.thisYear);
}

function scanOf(read: string, { source, symbologyIdentifier, thisYear }: ScanOptions): Scan {
  const text = source === 'manual' ? read.trim() : read.replace(/[\r\n\t]+$/, '');
  const prefix = splitAimPrefix(text);
  return {
    read,
    text,
    dataAt: prefix.dataAt,
    identifier: prefix.identifier ?? symbologyIdentifier,
    source,
    thisYear,
  };
}

/** Faults of the symbol itself: nothing read, the wrong kind of symbol, an identifier in exchanged case. */
function carrierFault(scan: Scan): ScanFault | undefined {
  const data = scan.text.slice(scan.dataAt);
  if (data === '') return faultOf(scan, { code: 'scan/empty' }, 0, 0);
  if (scan.identifier !== undefined && isCaseExchanged(scan.identifier)) {
    const problem = { code: 'scan/letter-case', identifier: scan.identifier } as const;
    return faultOf(scan, problem, 0, scan.dataAt);
  }
  const other = otherSystemFault(scan, data);
  if (other) return other;
  if (/^\[\)>/.test(data)) return faultOf(scan, { code: 'scan/format-06' }, scan.dataAt, data.length);
  if (isWebAddress(data)) return undefined;
  return productOnlyFault(scan, data) ?? plainSymbolFault(scan, data);
}

/** A sound code of IFA, HIBC or ISBT 128: of another system, and told from a damaged one of ours. */
function otherSystemFault(scan: Scan, data: string): ScanFault | undefined {
  if (!/^(?:\[\)>|[+=&])/.test(data)) return undefined;
  const item = parseItemCode(scan.text, scan.thisYear);
  if (!item.ok || item.value.system === 'gs1' || item.value.system === 'retail') return undefined;
  const { system, product } = item.value;
  return faultOf(scan, { code: 'scan/other-system', system, product }, scan.dataAt, data.length);
}

/** An identifier that means nothing as it stands and a GS1 symbol with its letter in the other case. */
function isCaseExchanged(identifier: string): boolean {
  const letter = identifier.charAt(1);
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return (
    symbolKindOf(identifier) !== 'gs1' &&
    symbolKindOf(identifier) !== 'retail' &&
    symbolKindOf(`]${other}${identifier.slice(2)}`) === 'gs1'
  );
}

const isWebAddress = (data: string): boolean => /^https?:\/\//i.test(data);

/** The digits of an EAN, UPC or ITF code say which product it is, not which pack. */
function productOnlyFault(scan: Scan, data: string): ScanFault | undefined {
  const kind = scan.identifier === undefined ? 'unknown' : symbolKindOf(scan.identifier);
  if (kind === 'gs1' || !/^\d{8,14}$/.test(data)) return undefined;
  const gtin = parseGtin(data);
  if (gtin.ok) {
    return faultOf(scan, { code: 'scan/product-only', gtin: gtin.value }, scan.dataAt, data.length);
  }
  return kind === 'retail' ? dataFault(scan, { ...gtin.error, at: scan.dataAt + gtin.error.at }) : undefined;
}

function plainSymbolFault(scan: Scan, data: string): ScanFault | undefined {
  if (scan.identifier === undefined || symbolKindOf(scan.identifier) === 'gs1') return undefined;
  const problem = { code: 'scan/not-gs1-symbol', identifier: scan.identifier } as const;
  return faultOf(scan, problem, scan.dataAt, data.length);
}

/** A separator written as something else. Bracketed text and web addresses have none. */
function separatorFault(scan: Scan): ScanFault | undefined {
  const data = scan.text.slice(scan.dataAt);
  if (scan.text.includes(GS) || isBracketed(scan) || isWebAddress(data)) return undefined;
  const replaced = replacedSeparator(scan.text, scan.dataAt);
  if (!replaced) return undefined;
  const problem = { code: 'scan/separator-replaced', found: replaced.found } as const;
  return faultOf(scan, problem, replaced.at, replaced.found.length);
}

const isBracketed = (scan: Scan): boolean => scan.text.startsWith('(');

/** A camera's decoder delivers every separator; bracketed text and web addresses need none. */
const separatorsKept = (scan: Scan): boolean =>
  scan.source === 'camera' || isBracketed(scan) || isWebAddress(scan.text.slice(scan.dataAt));

function readData(scan: Scan): Result<readonly PlacedAi[], PackCodeError> {
  return isBracketed(scan) ? parseBracketedText(scan.text) : parseElementString(scan.text);
}

function readingOf(
  scan: Scan,
  elements: readonly PlacedAi[],
  thisYear: number,
): Result<ScanReading, ScanFault> {
  const has = (ai: string): boolean => elements.some((element) => element.ai === ai);
  if (!has('01') || !has('21')) return ok({ kind: 'other', elements });
  const pack = packCodeOf(elements, thisYear, scan.text.length);
  return pack.ok ? ok({ kind: 'pack', pack: pack.value, elements }) : err(dataFault(scan, pack.error));
}

function dataFault(scan: Scan, fault: PackCodeError): ScanFault {
  const isWeb = isWebAddress(scan.text.slice(scan.dataAt));
  if (isWeb && fault.code === 'digital-link/no-key') {
    return faultOf(scan, { code: 'scan/web-address' }, scan.dataAt, scan.text.length - scan.dataAt);
  }
  const overlong = fault.code === 'element/value' && fault.rule === 'too-long';
  if (overlong && !separatorsKept(scan) && !scan.text.includes(GS)) return lostFault(scan, fault.at, '');
  const length = fault.code === 'element/value' ? fault.length : 1;
  return faultOf(scan, { code: 'scan/data', fault }, fault.at, length);
}

const lostFault = (scan: Scan, at: number, swallowed: string): ScanFault =>
  faultOf(scan, { code: 'scan/separator-lost', swallowed }, at, 0);

/** Completes a fault; positions are moved from the trimmed text to the text as received. */
function faultOf(scan: Scan, problem: ScanProblem, at: number, length: number): ScanFault {
  const trimmedAhead = scan.source === 'manual' ? scan.read.length - scan.read.trimStart().length : 0;
  return { ...problem, at: at + trimmedAhead, length, read: scan.read, cure: scanCure(problem, scan.source) };
}
