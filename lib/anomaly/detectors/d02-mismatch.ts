import { parseExpiry } from '../../gs1/expiry.ts';
import type { Lot } from '../../gs1/lot.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PackRecord } from '../facts.ts';
import type { FindingSeverity } from '../finding.ts';
import { PARAMETERS } from '../parameters.ts';
import type { ObservationSighting } from '../sighting.ts';

const DAY_MS = 86_400_000;

/** How a label differs from the register. */
export interface Mismatch {
  readonly registeredLot: Lot | undefined;
  readonly registeredExpiry: LocalDate | undefined;
  readonly readExpiry: LocalDate | undefined;
  readonly lotDiffers: boolean;
  readonly severity: FindingSeverity;
}

/**
 * Weighs a difference (detectors.md D02): an expiry a few days off in the same year is soft; another batch, another year and
 * above all a later expiry, which is how packs are relabelled, are hard. Typed by hand it counts least.
 */
export function mismatchOf(s: ObservationSighting, record: PackRecord | undefined): Mismatch | undefined {
  if (!record) return undefined;
  const parsed = s.expiry === undefined ? undefined : parseExpiry(s.expiry, new Date(s.at).getUTCFullYear());
  const readExpiry = parsed?.ok ? parsed.value.date : undefined;
  const lotDiffers = s.lot !== undefined && s.lot !== record.lot;
  return {
    registeredLot: record.lot,
    registeredExpiry: record.expiry,
    readExpiry,
    lotDiffers,
    severity: s.entryMode === 'manual' ? 1 : lotDiffers || isHard(readExpiry, record.expiry) ? 4 : 2,
  };
}

function isHard(read: LocalDate | undefined, registered: LocalDate | undefined): boolean {
  if (read === undefined || registered === undefined) return false;
  const days = (Date.parse(read) - Date.parse(registered)) / DAY_MS;
  return days > 0 || -days > PARAMETERS.d02.softDays || read.slice(0, 4) !== registered.slice(0, 4);
}
