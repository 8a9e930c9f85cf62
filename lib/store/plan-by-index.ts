import type { Tx } from './transaction.ts';

/**
 * Has statements of `tx` planned by index alone. The statistics of a queue are always stale: a plan made when it was empty would read
 * all of it, dead rows included, for every batch. Where the server dislikes plans so strongly, it must not compile them either.
 */
export async function planByIndex(tx: Tx): Promise<void> {
  await tx.query(
    `select set_config(name, 'off', true) from unnest(array['enable_seqscan', 'enable_bitmapscan', 'enable_sort',
      'enable_hashjoin', 'enable_mergejoin', 'jit']) as name`,
  );
}
