import type { Claim } from '../custody/claim.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EntryEffect, PackEntry } from '../custody/pack-entry.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Tx } from './transaction.ts';

const HISTORIES = {
  name: 'pack-histories',
  text: `select o.uri, o.effect, o.takes_place_of, e.claim
    from unnest($2::text[]) as k (uri)
    cross join lateral (select * from event_object o where o.realm = $1 and o.uri = k.uri offset 0) as o
    cross join lateral (select e.claim from event e where e.id = o.event limit 1) as e
   order by o.uri, o.counter`,
};

interface Row {
  readonly uri: string;
  readonly effect: EntryEffect;
  readonly takes_place_of: EventRef | null;
  readonly claim: Claim;
}

/**
 * Every statement about the packs named by `uris` (canonical Digital Links) in the order of recording, for a late event or a
 * correction. The packs must be locked in `tx` by {@link loadCustody}. A pack without any is absent.
 */
export async function loadPackHistories(
  tx: Tx,
  scope: OrgScope,
  uris: readonly string[],
): Promise<ReadonlyMap<string, readonly PackEntry[]>> {
  const { rows } = await tx.query<Row>({ ...HISTORIES, values: [scope.realm, uris] });
  const histories = new Map<string, PackEntry[]>();
  for (const { uri, claim, effect, takes_place_of: takesPlaceOf } of rows) {
    const entry = { claim, effect, ...(takesPlaceOf !== null && { takesPlaceOf }) };
    const history = histories.get(uri);
    if (history) history.push(entry);
    else histories.set(uri, [entry]);
  }
  return histories;
}
