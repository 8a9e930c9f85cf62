import type { Claim } from '../custody/claim.ts';
import type { Realm } from '../custody/org-scope.ts';
import type { EntryEffect } from '../custody/pack-entry.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate, instantOfNullable } from './instant-of-date.ts';
import { loadObservationsOfLeaf, type StoredObservation } from './load-observations.ts';
import { LOG_ID } from './log-id.ts';
import type { Db } from './transaction.ts';

/** One event as the detectors read it. Not for people: no scope stands before it. */
export interface FedEvent {
  readonly kind: 'event';
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

/** The observations that one leaf of the log covers, in the order of that leaf. */
export interface FedObservations {
  readonly kind: 'observations';
  readonly seq: bigint;
  readonly observations: readonly StoredObservation[];
}

/** A stretch of the log. Leaves of other kinds, such as block headers, are left out. */
export interface LogFeed {
  readonly entries: readonly (FedEvent | FedObservations)[];
  /** The index of the entry to go on with. */
  readonly next: bigint;
}

interface Row {
  readonly seq: bigint;
  readonly leaf_id: EventRef;
  readonly observed: boolean;
  readonly id: EventRef | null;
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

/** Reads `limit` entries of the log from index `from` on, in its order; fewer at its end. */
export async function loadLogFeed(db: Db, from: bigint, limit: number): Promise<LogFeed> {
  const { rows } = await db.query<Row>({
    name: 'log-feed',
    text: `select n.seq, n.event_id as leaf_id, exists (select from ledger.observation_member m where m.leaf_event = n.event_id) as observed,
        e.id, e.realm, e.reporter, e.claim, e.record_time, e.original_record_time, e.countries, e.parties, e.holders, e.flags,
        (select json_agg(json_build_object('uri', o.uri, 'effect', o.effect) order by o.uri) from event_object o
          where o.event = e.id) as objects
      from ledger.entry n left join event e on e.id = n.event_id where n.log_id = $1 and n.seq >= $2 order by n.seq limit $3`,
    values: [LOG_ID, from, limit],
  });
  const entries: (FedEvent | FedObservations)[] = [];
  for (const row of rows) {
    if (row.id !== null) entries.push(fedEventOf(row, row.id));
    else if (row.observed) {
      const observations = await loadObservationsOfLeaf(db, row.leaf_id);
      entries.push({ kind: 'observations', seq: row.seq, observations });
    }
  }
  return { entries, next: (rows.at(-1)?.seq ?? from - 1n) + 1n };
}

const fedEventOf = (row: Row, id: EventRef): FedEvent => ({
  kind: 'event',
  seq: row.seq,
  id,
  realm: row.realm,
  reporter: row.reporter,
  claim: row.claim,
  recordTime: instantOfDate(row.record_time),
  originalRecordTime: instantOfNullable(row.original_record_time),
  countries: row.countries,
  parties: row.parties,
  holders: row.holders,
  flags: row.flags,
  objects: row.objects ?? [],
});
