import type { Claim } from '../custody/claim.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EntryEffect, PackEntry } from '../custody/pack-entry.ts';
import type { EventRef } from '../custody/pack-state.ts';
import { LOG_ID } from './log-id.ts';
import type { Tx } from './transaction.ts';

const HISTORIES = {
  name: 'pack-histories',
  // What waits for its place in the log comes after everything that has one.
  text: `select o.uri, o.effect, o.takes_place_of, e.claim,
      coalesce((select n.seq from ledger.entry n where n.log_id = $3 and n.event_id = o.event),
        4503599627370496 + (select q.pid from ledger.pending q where q.log_id = $3 and q.event_id = o.event))::float8 as place
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
  readonly place: number | null;
}

/**
 * Every statement about the packs and containers named by `uris` (canonical Digital Links) in the order of recording, for a late event or a
 * correction. The packs must be locked in `tx` by {@link loadCustody}. A pack without any is absent.
 */
export async function loadPackHistories(
  tx: Tx,
  scope: Pick<OrgScope, 'realm'>,
  uris: readonly string[],
): Promise<ReadonlyMap<string, readonly PackEntry[]>> {
  const { rows } = await tx.query<Row>({ ...HISTORIES, values: [scope.realm, uris, LOG_ID] });
  const histories = new Map<string, PackEntry[]>();
  for (const { uri, claim, effect, takes_place_of: takesPlaceOf, place } of rows) {
    const entry: PackEntry = {
      claim,
      effect,
      ...(takesPlaceOf !== null && { takesPlaceOf }),
      ...(place !== null && { order: place }),
    };
    const history = histories.get(uri);
    if (history) history.push(entry);
    else histories.set(uri, [entry]);
  }
  return histories;
}
