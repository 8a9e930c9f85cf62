import type { Serial, SerialError } from '../gs1/serial.ts';
import { parseRuledSerial, type SerialRule, type SerialRuleFault } from '../gs1/serial-rule.ts';

/** Why a serial number cannot be registered. */
export type SerialRowFault =
  | SerialError
  | SerialRuleFault
  /** It stands in an earlier row too, counted from 1. */
  | { readonly code: 'serial/repeated'; readonly row: number }
  /** The register holds it already. */
  | { readonly code: 'serial/taken' };

/** A row that cannot be taken, counted from 1. */
export interface FaultyRow {
  readonly row: number;
  readonly serial: string;
  readonly fault: SerialRowFault;
}

/** A list of serial numbers, judged before anything is stored. */
export interface CheckedSerials {
  /** Those in order, in the order of the list. */
  readonly serials: readonly Serial[];
  readonly faults: readonly FaultyRow[];
}

/** Judges serial numbers one by one by the rule of their product, against each other, and against those that are taken. */
export function checkSerials(
  rows: readonly string[],
  rule: SerialRule,
  taken: ReadonlySet<string> = new Set(),
): CheckedSerials {
  const firstRow = new Map<string, number>();
  const serials: Serial[] = [];
  const faults: FaultyRow[] = [];
  for (const [at, serial] of rows.entries()) {
    const parsed = parseRuledSerial(serial, rule);
    const earlier = firstRow.get(serial);
    firstRow.set(serial, earlier ?? at + 1);
    if (!parsed.ok) faults.push({ row: at + 1, serial, fault: parsed.error });
    else if (earlier !== undefined)
      faults.push({ row: at + 1, serial, fault: { code: 'serial/repeated', row: earlier } });
    else if (taken.has(serial)) faults.push({ row: at + 1, serial, fault: { code: 'serial/taken' } });
    else serials.push(parsed.value);
  }
  return { serials, faults };
}
