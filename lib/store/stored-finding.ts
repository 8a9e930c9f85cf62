import type { Finding } from '../anomaly/finding.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Instant } from '../kernel/instant.ts';

export type FindingStatus = 'pending' | 'open' | 'withdrawn' | 'closed';

/** A finding with what became of it. */
export interface StoredFinding extends Finding {
  readonly status: FindingStatus;
  /** The event that exonerated it, and when it was withdrawn. */
  readonly clearedBy: EventRef | undefined;
  readonly clearedAt: Instant | undefined;
}
