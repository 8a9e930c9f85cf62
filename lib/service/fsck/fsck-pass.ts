import type { Vkey } from '../../ledger/vkey.ts';
import type { Register } from '../../store/fsck/register.ts';
import type { Tx } from '../../store/transaction.ts';
import type { FsckFault } from './fsck-fault.ts';

/** What every pass may ask. */
export interface FsckContext {
  readonly register: Register;
  /** The keys that sign the log's heads, or ever did. */
  readonly logKeys: readonly Vkey[];
}

/** What one step of a pass has found. `next` is where the next begins; absent: nothing is left. */
export interface FsckStep {
  readonly faults: readonly FsckFault[];
  readonly rows: number;
  readonly next: string | undefined;
}

/** One part of the check: it looks at so many rows at a time, in memory that does not grow with the tables. */
export interface FsckPass {
  readonly name: string;
  /** Looks at the rows behind `from`, which an earlier step gave; absent: from the first. `tx` reads one moment. */
  readonly step: (tx: Tx, context: FsckContext, from: string | undefined) => Promise<FsckStep>;
}
