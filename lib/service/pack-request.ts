import type { Expiry } from '../gs1/expiry.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Instant } from '../kernel/instant.ts';

/** What was read from a pack, and how: the same for a verification and a change. */
export interface PackRequest {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot: Lot | undefined;
  readonly expiry: Expiry | undefined;
  readonly entryMode: 'scan' | 'manual';
  readonly device: string | undefined;
  /** `Idempotency-Key`: the same key replays its answer. */
  readonly requestKey: string | undefined;
  readonly at: Instant;
}
