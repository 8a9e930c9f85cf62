import { parseSerial, type SerialError } from '../../lib/gs1/serial.ts';
import type { SerialRuleFault } from '../../lib/gs1/serial-rule.ts';

/** Why a serial cannot be registered. */
export type SerialRowFault =
  | SerialError
  | SerialRuleFault
  /** The same serial stands in an earlier row. */
  | { readonly code: 'serial/repeated'; readonly row: number }
  /** The register holds it already. */
  | { readonly code: 'serial/taken' };

/** One serial with its place in what was given, counted from 1. */
export interface SerialRow {
  readonly row: number;
  readonly serial: string;
  readonly fault: SerialRowFault | undefined;
}

const HEADINGS = new Set(['serial', 'serialnumber', 'serialno', 'sn', 'ai21', '21', '(21)']);

/**
 * The serials in pasted text or a CSV file: one in a line, or the column headed `serial`, `SN` or `(21)`. Commas,
 * semicolons and tabs part columns; double quotes hold a value together. Empty lines are passed over.
 */
export function serialsIn(text: string): readonly { readonly row: number; readonly serial: string }[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, at) => ({ row: at + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const heading = lines[0]?.cells.findIndex((cell) => HEADINGS.has(plain(cell))) ?? -1;
  const rows = heading === -1 ? lines : lines.slice(1);
  return rows.map(({ row, cells }) => ({ row, serial: cells[Math.max(0, heading)] ?? '' }));
}

const plain = (cell: string): string => cell.toLowerCase().replaceAll(/[\s_-]/g, '');

/** Judges serials one by one and against each other, and against those known to be taken. */
export function judgeSerials(
  serials: readonly { readonly row: number; readonly serial: string }[],
  taken: ReadonlySet<string>,
): readonly SerialRow[] {
  const firstRow = new Map<string, number>();
  return serials.map(({ row, serial }) => {
    const earlier = firstRow.get(serial);
    if (earlier === undefined) firstRow.set(serial, row);
    return { row, serial, fault: faultOf(serial, earlier, taken) };
  });
}

function faultOf(
  serial: string,
  earlier: number | undefined,
  taken: ReadonlySet<string>,
): SerialRowFault | undefined {
  const parsed = parseSerial(serial);
  if (!parsed.ok) return parsed.error;
  if (earlier !== undefined) return { code: 'serial/repeated', row: earlier };
  return taken.has(serial) ? { code: 'serial/taken' } : undefined;
}

function cellsOf(line: string): readonly string[] {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const [found = '', quoted, bare, separator] =
      /^\s*(?:"((?:[^"]|"")*)"\s*|([^,;\t]*))([,;\t]?)/.exec(rest) ?? [];
    cells.push(quoted === undefined ? (bare ?? '').trim() : quoted.replaceAll('""', '"'));
    rest = rest.slice(found.length);
    if (!separator) return cells;
  }
}

/** The rows with a fault as a CSV file, to be mended elsewhere and given again. */
export function faultsCsv(
  rows: readonly { readonly row: number; readonly serial: string; readonly text: string }[],
): string {
  const lines = rows.map(({ row, serial, text }) => [String(row), serial, text].map(quoted).join(','));
  return ['row,serial,fault', ...lines].map((line) => `${line}\r\n`).join('');
}

/** A value that begins like a formula is made text, or a spreadsheet would run it. */
const quoted = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
};
