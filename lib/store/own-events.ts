import type { Claim } from '../custody/claim.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EntryEffect } from '../custody/pack-entry.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Lot } from '../gs1/lot.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { instantOfDate } from './instant-of-date.ts';
import { type LedgerPlace, ledgerPlaceOf, SHOWN_SIZES, type ShownSizes } from './ledger-place.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';
import { loadToldPacks } from './told-packs.ts';

/** An event of the scope's own organisation, with one of the things it names. */
export interface OwnEvent {
  readonly id: EventRef;
  readonly claim: Claim;
  readonly recordTime: Instant;
  readonly ledger: LedgerPlace;
  /** How many packs, batches and other things it names. */
  readonly objects: number;
  /** The first of them, a canonical name, and what the event did to it; `named` also where that is not for the reader to know. */
  readonly first: string;
  readonly effect: EntryEffect | 'named';
  /** Batch and expiry recorded for the first, where it is a pack that the reader may be told of. */
  readonly lot: Lot | undefined;
  readonly expiry: LocalDate | undefined;
}

interface Row extends ShownSizes {
  readonly id: EventRef;
  readonly claim: Claim;
  readonly record_time: Date;
  readonly seq: bigint | null;
  readonly objects: number;
  readonly first: string;
  readonly effect: EntryEffect | 'named';
  readonly lot: Lot | null;
  readonly expiry: LocalDate | null;
}

/** What is asked for: events that happened since, `limit` at most. */
export interface OwnEventQuery {
  readonly since: Instant;
  readonly limit: number;
}

/**
 * What the scope's place has recorded, the latest to happen first; where the scope speaks for the whole organisation, what any of
 * its places has.
 */
export async function loadOwnEvents(
  scope: OrgScope,
  { since, limit }: OwnEventQuery,
): Promise<readonly OwnEvent[]> {
  const { rows } = await pool().query<Row>({
    name: 'own-events',
    text: `select e.id, e.claim, e.record_time, n.seq, o.objects, o.first, o.effect, p.lot, p.expiry,
        ${SHOWN_SIZES}
      from (select * from event e where e.reporter = $1 and e.realm = $2 and ($3::text is null or e.location = $3)
        and e.event_time >= $4 order by e.event_time desc, e.id limit $5) e
      cross join lateral (select count(*)::int as objects, min(k.uri) as first,
          (array_agg(k.effect order by k.uri))[1] as effect
        from event_object k where k.event = e.id) o
      left join ledger.entry n on n.log_id = $6 and n.event_id = e.id
      left join pack p on p.realm = e.realm and split_part(o.first, '/', 6) = '21' and p.gtin = split_part(o.first, '/', 5)
        and p.serial = gs1_value(split_part(o.first, '/', 7))
      order by e.event_time desc, e.id`,
    values: [scope.organisation, scope.realm, scope.location, new Date(since), limit, LOG_ID],
  });
  const told = await loadToldPacks(scope, [...new Set(rows.map(({ first }) => first))]);
  return rows.map((row) => ownEventOf(row, told.has(row.first) || !sgtinOf(row.first)));
}

/** Who has nothing to do with a pack learns nothing of it by having named it (custody.md 6). */
function ownEventOf(row: Row, told: boolean): OwnEvent {
  return {
    id: row.id,
    claim: row.claim,
    recordTime: instantOfDate(row.record_time),
    ledger: ledgerPlaceOf(row.id, row.seq, row),
    objects: row.objects,
    first: row.first,
    effect: told ? row.effect : 'named',
    lot: told ? (row.lot ?? undefined) : undefined,
    expiry: told ? (row.expiry ?? undefined) : undefined,
  };
}
