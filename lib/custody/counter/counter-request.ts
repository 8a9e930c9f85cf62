import type { Expiry } from '../../gs1/expiry.ts';
import type { Gln } from '../../gs1/gln.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { Lot } from '../../gs1/lot.ts';
import type { Serial } from '../../gs1/serial.ts';
import type { Instant } from '../../kernel/instant.ts';

/** The states that a pack can be asked into, beside its supply (interfaces.md, `PATCH`); `active` is the undo. */
export type ChangeKind = 'active' | 'destroyed' | 'exported' | 'sample' | 'free-sample' | 'locked' | 'stolen';

/** What was read from a pack, by whom, where, and what is wanted of it. */
export interface CounterRequest<Kind extends string = 'verify' | 'supply' | ChangeKind> {
  readonly kind: Kind;
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot: Lot | undefined;
  readonly expiry: Expiry | undefined;
  readonly party: Gln;
  /** `undefined` only where the session is bound expressly to the whole organisation. */
  readonly location: Gln | undefined;
  readonly at: Instant;
  readonly entryMode: 'scan' | 'manual';
}
