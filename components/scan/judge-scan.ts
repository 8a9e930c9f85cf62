import type { PackCode } from '../../lib/gs1/pack-code.ts';
import { readScan, type ScanOptions } from '../../lib/scan/read-scan.ts';
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

/** Judges what a camera or a hand scanner delivered. What cannot be trusted is not sent. */
export function judgeScan(read: string, options: ScanOptions): JudgedScan {
  const reading = readScan(read, options);
  if (!reading.ok) return { kind: 'fault', fault: reading.error };
  if (reading.value.kind === 'other') return { kind: 'other', read };
  const known = partsOf(reading.value.pack);
  if (known.batch === '' || known.expiry === '') return { kind: 'incomplete', read, known };
  const mode: EntryMode = options.source === 'manual' ? 'manual' : 'scan';
  return { kind: 'pack', pack: { ...known, mode } };
}

const partsOf = ({ gtin, serial, lot, expiry }: PackCode): KnownParts => ({
  gtin,
  serial,
  batch: lot ?? '',
  expiry: expiry?.printed ?? '',
});
