import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { EventRef } from './pack-state.ts';

/** custody.md 1: a recall binds the sites of the countries it reaches (empty: every country). */
export interface Recall {
  readonly event: EventRef;
  readonly by: Gln;
  readonly at: Instant;
  readonly recallClass: 'I' | 'II' | 'III' | undefined;
  readonly reach: readonly string[];
}

/** custody.md 1, level "batch". `expiry` is that of its commissioning; several where records disagree are findings. */
export interface BatchState {
  readonly expiry: LocalDate | undefined;
  readonly recalls: readonly Recall[];
}
