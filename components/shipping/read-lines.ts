import { assertNever } from '../../lib/kernel/assert-never.ts';
import { readScan, type ScanSource } from '../../lib/scan/read-scan.ts';
import type { ScanFault } from '../../lib/scan/scan-fault.ts';
import { unitIn } from './read-unit.ts';
import type { ReadPack } from './shipping-data.ts';

/** What a line gave: a pack, a case or pallet, or why not, with its number counted from 1. */
export type ReadLine =
  | { readonly line: number; readonly pack: ReadPack }
  | { readonly line: number; readonly unit: string }
  | { readonly line: number; readonly text: string; readonly fault: ScanFault | undefined };

/** Reads one code. `fault` is `undefined` for a sound code of something that is no pack. */
export function readLine(text: string, source: ScanSource, thisYear: number, line = 1): ReadLine {
  const reading = readScan(text, { source, thisYear });
  if (!reading.ok) return { line, text, fault: reading.error };
  switch (reading.value.kind) {
    case 'other': {
      const unit = unitIn(reading.value.elements);
      return unit === undefined ? { line, text, fault: undefined } : { line, unit };
    }
    case 'pack': {
      const { gtin, serial, lot, expiry } = reading.value.pack;
      return { line, pack: { gtin, serial, batch: lot, expiry: expiry?.printed } };
    }
    default:
      return assertNever(reading.value);
  }
}

/** Reads pasted codes, one in a line, as scanners or people write them. Empty lines are passed over. */
export const readLines = (text: string, thisYear: number): readonly ReadLine[] =>
  text
    .split(/\r\n|\n|\r/)
    .map((line, at) => ({ line: line.trim(), at }))
    .filter(({ line }) => line !== '')
    .map(({ line, at }) => readLine(line, 'manual', thisYear, at + 1));
