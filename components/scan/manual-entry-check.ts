import { type ExpiryError, parseExpiry } from '../../lib/gs1/expiry.ts';
import { type GtinError, parseGtin } from '../../lib/gs1/gtin.ts';
import { type LotError, parseLot } from '../../lib/gs1/lot.ts';
import { parseSerial, type SerialError } from '../../lib/gs1/serial.ts';
import { err, ok, type Result } from '../../lib/kernel/result.ts';
import type { KnownParts } from './judge-scan.ts';
import type { ScannedPack } from './scanned-pack.ts';

/** The first fault of each field that has one. `at` counts characters of the field from 0. */
export interface ManualFaults {
  readonly gtin?: GtinError;
  readonly serial?: SerialError;
  readonly batch?: LotError;
  readonly expiry?: ExpiryError;
}

/**
 * Judges what was typed from a pack. Blanks at the ends, and between the groups of a GTIN or the pairs of a
 * date, are taken out; nothing else is mended.
 */
export function checkManualEntry(typed: KnownParts, thisYear: number): Result<ScannedPack, ManualFaults> {
  const fields = {
    gtin: typed.gtin.replaceAll(/\s/g, ''),
    serial: typed.serial.trim(),
    batch: typed.batch.trim(),
    expiry: typed.expiry.replaceAll(/\s/g, ''),
  };
  const gtin = parseGtin(fields.gtin);
  const serial = parseSerial(fields.serial);
  const batch = parseLot(fields.batch);
  const expiry = parseExpiry(fields.expiry, thisYear);
  if (gtin.ok && serial.ok && batch.ok && expiry.ok) {
    return ok({
      gtin: gtin.value,
      serial: serial.value,
      batch: batch.value,
      expiry: fields.expiry,
      mode: 'manual',
    });
  }
  return err({
    ...(gtin.ok ? {} : { gtin: gtin.error }),
    ...(serial.ok ? {} : { serial: serial.error }),
    ...(batch.ok ? {} : { batch: batch.error }),
    ...(expiry.ok ? {} : { expiry: expiry.error }),
  });
}
