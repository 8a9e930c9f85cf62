import type { Tx } from './transaction.ts';

/**
 * Has statements of `tx` planned by index alone, and sets what else is asked for with it. The statistics of a queue are always stale: a
 * plan made when it was empty would read all of it, dead rows included, for every batch. Where the server dislikes plans so strongly,
 * it must not compile them either.
 */
export async function planByIndex(tx: Tx, settings: Readonly<Record<string, string>> = {}): Promise<void> {
  const all = { ...BY_INDEX, ...settings };
  await tx.query({
    name: 'settings-of-transaction',
    text: 'select set_config(k.name, k.value, true) from unnest($1::text[], $2::text[]) as k (name, value)',
    values: [Object.keys(all), Object.values(all)],
  });
}

const BY_INDEX = Object.fromEntries(
  ['enable_seqscan', 'enable_bitmapscan', 'enable_sort', 'enable_hashjoin', 'enable_mergejoin', 'jit'].map(
    (name) => [name, 'off'],
  ),
);
