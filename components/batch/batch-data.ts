import type { ActionAnswer } from '../ui/problem-data.ts';

export type BatchState = 'released' | 'recalled' | 'expired';

/** How many packs are where. */
export interface BatchCounts {
  readonly own: number;
  readonly transit: number;
  readonly others: number;
  readonly supplied: number;
  readonly gone: number;
}

/** A recall that stands. */
export interface BatchRecall {
  readonly event: string;
  readonly by: string;
  readonly on: string;
  readonly recallClass: string | null;
  /** Empty: every country. */
  readonly reach: readonly string[];
  readonly own: boolean;
}

/** What a recall says. */
export interface RecallRequest {
  readonly gtin: string;
  readonly lot: string;
  readonly recallClass: 'I' | 'II' | 'III';
  readonly reach: readonly string[];
}

/** What lifts a recall. */
export interface LiftRecallRequest {
  readonly gtin: string;
  readonly lot: string;
  /** The event that recalled the batch. */
  readonly recall: string;
  readonly reason: string;
}

/** What the page of one batch needs. */
export interface BatchScreenProps {
  readonly gtin: string;
  readonly lot: string;
  readonly productName: string;
  readonly expiry: { readonly date: string; readonly printed: string } | null;
  readonly state: BatchState;
  /** True where the counts are of the whole batch, false where they are of the reader's own packs. */
  readonly whole: boolean;
  readonly counts: BatchCounts;
  readonly recalls: readonly BatchRecall[];
  readonly packs: readonly { readonly gtin: string; readonly serial: string }[];
  readonly nextHref: string | null;
  /** Whether the reader may print labels for the packs in its hands. */
  readonly mayLabel: boolean;
  /** `null` for who may not recall it; a regulator's recall reaches its own market. */
  readonly recall: {
    readonly market: string | null;
    readonly send: (
      request: RecallRequest,
      requestId: string,
    ) => Promise<ActionAnswer<{ readonly event: string }>>;
    readonly lift: (
      request: LiftRecallRequest,
      requestId: string,
    ) => Promise<ActionAnswer<{ readonly event: string }>>;
  } | null;
}

/** What the list of batches needs. */
export interface BatchListScreenProps {
  readonly rows: readonly {
    readonly gtin: string;
    readonly lot: string;
    readonly productName: string;
    readonly expiry: string | null;
    readonly state: BatchState;
    readonly packs: number;
    readonly createdAt: string;
  }[];
  readonly nextHref: string | null;
}
