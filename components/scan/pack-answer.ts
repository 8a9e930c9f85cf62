import type { LedgerStatus } from '../ui/ledger-data.ts';
import type { ProblemData } from '../ui/problem-data.ts';

/** What to do with the pack in hand. */
export type Verdict = 'supply' | 'rescan' | 'set-aside';

/** The states that the pack API accepts; `active` is the undo. */
export type PackTarget =
  | 'active'
  | 'supplied'
  | 'destroyed'
  | 'exported'
  | 'sample'
  | 'free-sample'
  | 'locked'
  | 'stolen';

/** One reason of a verdict. The first of the list decides. */
export interface PackReason {
  readonly code: string;
  readonly text: string;
  readonly event?: string | null | undefined;
}

/** The answer of the pack API (interfaces, section 3: Packs), whole, as it travels. */
export interface PackAnswer {
  readonly operation: string;
  readonly verdict: Verdict;
  readonly reasons: readonly PackReason[];
  readonly state: string | null;
  readonly packState: string | null;
  readonly batchState: string | null;
  readonly productState: string | null;
  readonly product: { readonly gtin: string; readonly name: string } | null;
  readonly batch: string | null;
  /** `YYYY-MM-DD`, or what was asked for where nothing may be told. */
  readonly expiry: string | null;
  readonly alert: {
    readonly raised: boolean;
    readonly id: string | null;
    readonly visibleTo: readonly string[];
  };
  readonly ledger: {
    readonly status: LedgerStatus;
    readonly index: string | null;
    readonly receipt: string | null;
  } | null;
  /** The device answered, not the register. Never travels. */
  readonly offline?: OfflineMark;
}

/** How a device came to an answer without a connection. */
export interface OfflineMark {
  /** Nothing could be checked, and the person may go on without. */
  readonly mayGoOn: boolean;
  /** ISO 8601: when the list that decided was made; null where there was none. */
  readonly listMadeAt: string | null;
  /** ISO 8601; null for a change, which decides nothing. */
  readonly decidedAt: string | null;
}

/** 200, 404 and 409 carry an answer; everything else is a problem without a verdict. */
export type PackOutcome =
  | { readonly kind: 'answer'; readonly status: 200 | 404 | 409; readonly answer: PackAnswer }
  | { readonly kind: 'problem'; readonly problem: ProblemData };
