import { parseExpiry } from '../gs1/expiry.ts';
import type { Lot } from '../gs1/lot.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { PackRecord } from './facts.ts';
import type { FindingSeverity } from './finding.ts';
import { PARAMETERS } from './parameters.ts';
import type { ObservationSighting } from './sighting.ts';

const DAY_MS = 86_400_000;

/** How a label differs from the register; what agrees or was not read is absent. */
export interface Mismatch {
  readonly registeredLot: Lot | undefined;
  readonly lot: { readonly read: Lot; readonly registered: Lot | undefined } | undefined;
  readonly expiry: { readonly read: LocalDate; readonly registered: LocalDate } | undefined;
  readonly severity: FindingSeverity;
  /** What packs with the same fault have in common. */
  readonly group: string;
}

/**
 * Weighs a difference (detectors.md D02): an expiry a few days earlier in the same year is soft; another batch, another year and above
 * all a later expiry, which is how packs are relabelled, are hard. Typed by hand it counts least. `undefined` where nothing that
 * was read differs: a field that is missing says nothing about the label.
 */
export function mismatchOf(s: ObservationSighting, record: PackRecord | undefined): Mismatch | undefined {
  if (!record) return undefined;
  const lot = lotMismatch(s, record.lot);
  const expiry = expiryMismatch(s, record.expiry);
  if (!lot && !expiry) return undefined;
  const hard = lot !== undefined || (expiry !== undefined && isHard(expiry));
  return {
    ...{ registeredLot: record.lot, lot, expiry },
    severity: s.entryMode === 'manual' ? 1 : hard ? 4 : 2,
    group: [s.gtin, record.lot ?? '', lot?.read ?? '', expiry?.read ?? ''].join('/'),
  };
}

const lotMismatch = ({ lot: read }: ObservationSighting, registered: Lot | undefined): Mismatch['lot'] =>
  read === undefined || read === registered ? undefined : { read, registered };

function expiryMismatch(s: ObservationSighting, registered: LocalDate | undefined): Mismatch['expiry'] {
  const parsed = s.expiry === undefined ? undefined : parseExpiry(s.expiry, new Date(s.at).getUTCFullYear());
  const read = parsed?.ok ? parsed.value.date : undefined;
  return read === undefined || registered === undefined || read === registered
    ? undefined
    : { read, registered };
}

function isHard({ read, registered }: NonNullable<Mismatch['expiry']>): boolean {
  const days = (Date.parse(read) - Date.parse(registered)) / DAY_MS;
  return days > 0 || -days > PARAMETERS.d02.softDays || read.slice(0, 4) !== registered.slice(0, 4);
}
