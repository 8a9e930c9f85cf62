import type { Realm } from '../custody/org-scope.ts';
import type { Stay } from '../custody/stay.ts';
import type { Tx } from './transaction.ts';

/** One stay of an object in a container. */
export interface StayOf extends Stay {
  readonly item: string;
}

const SAVE = {
  name: 'save-containment',
  text: `insert into containment as c (realm, item, event, container, since, until, until_event, touched_at)
    select $1, * from unnest($2::text[], $3::uuid[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::uuid[], $8::timestamptz[])
      as k (item, event, container, since, until, until_event, touched_at) order by item, event
    on conflict (realm, item, event) do update set since = excluded.since, until = excluded.until, until_event = excluded.until_event,
      touched_at = greatest(c.touched_at, excluded.touched_at)
    where (c.since, c.until, c.until_event) is distinct from (excluded.since, excluded.until, excluded.until_event)
       or c.touched_at is null or c.touched_at < excluded.touched_at`,
};

const FORGET = {
  name: 'forget-containment',
  text: `delete from containment c where c.realm = $1 and c.item = any ($2::text[])
    and not exists (select from unnest($3::text[], $4::uuid[]) as k (item, event) where k.item = c.item and k.event = c.event)`,
};

/**
 * Writes in which containers objects were. Of the objects in `refolded` the stays are all there are; of the others what changed. The
 * objects must be locked in `tx`.
 */
export async function saveContainment(
  tx: Tx,
  realm: Realm,
  stays: readonly StayOf[],
  refolded: readonly string[],
): Promise<void> {
  const instant = (at: number | undefined) => (at === undefined ? null : new Date(at));
  if (refolded.length > 0) {
    const kept = [stays.map(({ item }) => item), stays.map(({ event }) => event)];
    await tx.query({ ...FORGET, values: [realm, refolded, ...kept] });
  }
  if (stays.length === 0) return;
  await tx.query({
    ...SAVE,
    values: [
      realm,
      stays.map(({ item }) => item),
      stays.map(({ event }) => event),
      stays.map(({ container }) => container),
      stays.map(({ since }) => instant(since)),
      stays.map(({ until }) => instant(until)),
      stays.map(({ untilEvent }) => untilEvent ?? null),
      stays.map(({ touchedAt }) => instant(touchedAt)),
    ],
  });
}
