import { containersOf } from '../custody/fold-steps.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { PackEntry } from '../custody/pack-entry.ts';
import { loadPackHistories } from '../store/load-pack-histories.ts';
import type { Tx } from '../store/transaction.ts';

/** The histories of the items, and of every container that any of these ever names. */
export async function historiesOf(
  tx: Tx,
  scope: Pick<OrgScope, 'realm'>,
  items: readonly string[],
): Promise<ReadonlyMap<string, readonly PackEntry[]>> {
  const histories = new Map<string, readonly PackEntry[]>();
  let missing = [...new Set(items)];
  while (missing.length > 0) {
    const loaded = await loadPackHistories(tx, scope, missing);
    for (const item of missing) histories.set(item, loaded.get(item) ?? []);
    const named = missing.flatMap((item) => [...containersOf(item, histories.get(item) ?? [])]);
    missing = [...new Set(named)].filter((container) => !histories.has(container));
  }
  return histories;
}
