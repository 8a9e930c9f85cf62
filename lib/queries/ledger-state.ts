import 'server-only';
import type { LedgerPlace } from '../store/ledger-place.ts';

/** How far a record has come, as screens show it. */
export interface LedgerStateRow {
  readonly status: 'recorded' | 'included' | 'witnessed';
  /** Its number in the published log; `null` before it has one. */
  readonly index: string | null;
}

export const ledgerStateOf = (place: LedgerPlace): LedgerStateRow => ({
  status: place.status,
  index: place.status === 'recorded' ? null : String(place.seq),
});
