import { inTransaction, type Tx } from './transaction.ts';

/**
 * Runs `work` on the database as it is at one moment, and changes nothing: what is read in several statements belongs together although
 * others write meanwhile. Whole tables may be read.
 */
export const inSnapshot = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    await tx.query('set local enable_seqscan = on; set local plan_cache_mode = auto');
    return work(tx);
  });
