import type { Gln } from '../../gs1/gln.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { Lot } from '../../gs1/lot.ts';
import type { Serial } from '../../gs1/serial.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Act } from '../claim.ts';
import type { Realm } from '../org-scope.ts';
import type { EventRef } from '../pack-state.ts';

/** One pack or batch that an event names. */
export interface SubjectOfEvent {
  readonly gtin: Gtin;
  readonly lot: Lot | undefined;
  /** Absent on a batch. */
  readonly serial: Serial | undefined;
}

/** What decides who sees an event. */
export interface EventFacts {
  readonly event: EventRef;
  readonly realm: Realm;
  readonly act: Act;
  readonly at: Instant;
  /** Where it happened: of the readPoint, else of the bizLocation. */
  readonly country: string | undefined;
  readonly reporter: Gln;
  readonly sourceParties: readonly Gln[];
  readonly destinationParties: readonly Gln[];
  /** The holders of the GTINs that it names. */
  readonly gtinHolders: readonly Gln[];
  readonly subjects: readonly SubjectOfEvent[];
  /** Of readPoint, bizLocation, sources and destinations. */
  readonly countries: readonly string[];
  /** Countries that any event of any of its packs touches that somebody else than the reader reported. */
  readonly packCountries: readonly string[];
  /** Organisations that have a finding naming one of its packs. */
  readonly findingReaders: readonly Gln[];
}
