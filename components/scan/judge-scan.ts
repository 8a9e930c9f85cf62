import type { PackCode } from '../../lib/gs1/pack-code.ts';
import type { Result } from '../../lib/kernel/result.ts';
import { readScan, type ScanOptions, type ScanReading } from '../../lib/scan/read-scan.ts';
import type { ScanFault } from '../../lib/scan/scan-fault.ts';
import type { EntryMode, ScannedPack } from './scanned-pack.ts';

/** What the device makes of a scan before anything is sent. */
export type JudgedScan =
  | { readonly kind: 'pack'; readonly pack: ScannedPack }
  | { readonly kind: 'fault'; readonly fault: ScanFault }
  /** A sound code without batch or expiry: what was read, to be completed by hand. */
  | { readonly kind: 'incomplete'; readonly read: string; readonly known: KnownParts }
  /** A sound code of something else: a case, a batch, a place. */
  | { readonly kind: 'other'; readonly read: string };

/** The parts of a pack's identity that are known so far. */
export interface KnownParts {
  readonly gtin: string;
  readonly serial: string;
  readonly batch: string;
  readonly expiry: string;
}

/** Judges what a camera delivered, or a person typed. What cannot be trusted is not sent. */
export function judgeScan(read: string, options: ScanOptions): JudgedScan {
  return judgeReading(readScan(read, options), read, options.source === 'manual' ? 'manual' : 'scan');
}

/** Judges a reading of `read`, whoever read it. */
export function judgeReading(
  reading: Result<ScanReading, ScanFault>,
  read: string,
  mode: EntryMode,
): JudgedScan {
  if (!reading.ok) return { kind: 'fault', fault: reading.error };
  if (reading.value.kind === 'other') return { kind: 'other', read };
  const known = partsOf(reading.value.pack);
  if (known.batch === '' || known.expiry === '') return { kind: 'incomplete', read, known };
  return { kind: 'pack', pack: { ...known, mode } };
}

const partsOf = ({ gtin, serial, lot, expiry }: PackCode): KnownParts => ({
  gtin,
  serial,
  batch: lot ?? '',
  expiry: expiry?.printed ?? '',
});
