/** One block: the header leaf that opens a batch and chains to the one before. */
export interface BlockRow {
  readonly number: string;
  /** Index of its header leaf. */
  readonly index: string;
  readonly entries: number;
  readonly at: string;
  /** Lower-case hex. */
  readonly hash: string;
  readonly previousHash: string;
}

/** A witness of the log, with what it last signed. */
export interface WitnessRow {
  readonly name: string;
  /** Size of the head it last signed, `null` while it has signed none. */
  readonly size: string | null;
  readonly at: string | null;
}

export interface LogKeyRow {
  /** The verifier key as in the policy file. */
  readonly vkey: string;
  readonly from: string;
  readonly until: string | null;
}

export interface LedgerScreenProps {
  readonly origin: string;
  readonly head: {
    readonly size: string;
    /** Base64. */
    readonly root: string;
    readonly signedAt: string;
    readonly blockNumber: string;
  } | null;
  /** Oldest first: the size of the log at regular times. */
  readonly growth: readonly { readonly at: string; readonly size: string }[];
  /** Newest first. */
  readonly blocks: readonly BlockRow[];
  /** The block number before which older blocks begin, `null` at the first block. */
  readonly olderHref: string | null;
  readonly witnesses: readonly WitnessRow[];
  /** How many of the witnesses must sign; `0` while the policy says none. */
  readonly quorum: number;
  readonly keys: readonly LogKeyRow[];
  readonly state: 'active' | 'frozen' | 'halted';
  readonly haltedBecause: string | null;
  readonly logPath?: string;
}
