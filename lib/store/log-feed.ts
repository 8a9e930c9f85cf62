import type { Claim } from '../custody/claim.ts';
import type { Realm } from '../custody/org-scope.ts';
import type { EntryEffect } from '../custody/pack-entry.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate, instantOfNullable } from './instant-of-date.ts';
import { LOG_ID } from './log-id.ts';
import type { Db } from './transaction.ts';

/** One event as the detectors read it, in log order. Not for people: no scope stands before it. */
export interface FedEvent {
  readonly seq: bigint;
  readonly id: EventRef;
  readonly realm: Realm;
  readonly reporter: Gln;
  readonly claim: Claim;
  readonly recordTime: Instant;
  /** Of a history import: what detectors use in place of the record time. */
  readonly originalRecordTime: Instant | undefined;
  readonly countries: readonly string[];
  readonly parties: readonly Gln[];
  readonly holders: readonly Gln[];
  /** The breaches found at recording. */
  readonly flags: Json;
  /** What it names, by canonical name, with what it did to it. */
  readonly objects: readonly { readonly uri: string; readonly effect: EntryEffect | 'named' }[];
}

interface Row {
  readonly seq: bigint;
  readonly id: EventRef;
  readonly realm: Realm;
  readonly reporter: Gln;
  readonly claim: Claim;
  readonly record_time: Date;
  readonly original_record_time: Date | null;
  readonly countries: readonly string[];
  readonly parties: readonly Gln[];
  readonly holders: readonly Gln[];
  readonly flags: Json;
  readonly objects: FedEvent['objects'] | null;
}

/** The events among the entries from index `from` on, `limit` at most, in log order. Leaves that are no events are left out. */
export async function loadFedEvents(db: Db, from: bigint, limit: number): Promise<readonly FedEvent[]> {
  const { rows } = await db.query<Row>({
    name: 'fed-events',
    text: `select n.seq, e.id, e.realm, e.reporter, e.claim, e.record_time, e.original_record_time, e.countries, e.parties, e.holders,
        e.flags, (select json_agg(json_build_object('uri', o.uri, 'effect', o.effect) order by o.uri) from event_object o
          where o.event = e.id) as objects
      from ledger.entry n join event e on e.id = n.event_id where n.log_id = $1 and n.seq >= $2 order by n.seq limit $3`,
    values: [LOG_ID, from, limit],
  });
  return rows.map(({ record_time, original_record_time, objects, ...row }) => ({
    ...row,
    recordTime: instantOfDate(record_time),
    originalRecordTime: instantOfNullable(original_record_time),
    objects: objects ?? [],
  }));
}
