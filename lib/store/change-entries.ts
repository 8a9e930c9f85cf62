import type { OrgScope } from '../custody/org-scope.ts';
import type { EntryChange } from '../custody/pack-entry.ts';
import type { Tx } from './transaction.ts';

/** A change to what an earlier event did to the pack named by `uri`. */
export interface PackEntryChange extends EntryChange {
  readonly uri: string;
}

const CHANGE = {
  name: 'change-entries',
  text: `update event_object o set effect = k.effect, takes_place_of = k.takes_place_of
    from unnest($2::text[], $3::uuid[], $4::text[], $5::uuid[]) as k (uri, event, effect, takes_place_of)
   where o.realm = $1 and o.uri = k.uri and o.event = k.event`,
};

/** Writes what a late event or a correction made of earlier statements. The packs must be locked in `tx`. */
export async function changeEntries(
  tx: Tx,
  scope: OrgScope,
  changes: readonly PackEntryChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query({
    ...CHANGE,
    values: [
      scope.realm,
      changes.map((change) => change.uri),
      changes.map((change) => change.event),
      changes.map((change) => change.effect),
      changes.map((change) => change.takesPlaceOf ?? null),
    ],
  });
}
