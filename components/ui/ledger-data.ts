/** How far a record has come: durable, in the published tree, or under a head that witnesses signed. */
export type LedgerStatus = 'recorded' | 'included' | 'witnessed';

/** The ledger state of one record. `index` is its number in the log, once it has one. */
export interface LedgerStateData {
  readonly status: LedgerStatus;
  readonly index: string | null;
}
