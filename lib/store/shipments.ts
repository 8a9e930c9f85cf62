import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { instantOfDate } from './instant-of-date.ts';
import { LOG_ID } from './log-id.ts';
import { noteGrantUse } from './note-grant-use.ts';
import { packUriSql } from './pack-uri-sql.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';
import { EVENT_COLUMNS, type EventRow, type StoredEvent, storedEventOf } from './stored-event.ts';
import { eventsSeenWhole } from './visible-events.ts';

/** A delivery under way to the scope's organisation: the event that announced it, and what of it has not arrived. */
export interface InboundShipmentRow {
  readonly id: EventRef;
  readonly sender: Gln;
  readonly senderName: string;
  /** Where it was sent from. */
  readonly place: {
    readonly name: string;
    readonly city: string;
    readonly country: string;
    readonly timeZone: string;
  } | null;
  readonly shippedAt: Instant;
  readonly packs: number;
  readonly document: Json;
}

/** A pack that was announced and has not arrived. */
export interface AnnouncedPack {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot: Lot | null;
  readonly expiry: LocalDate | null;
  /** The container that was shipped, and the one that the pack is in; null for a pack by itself. */
  readonly unit: string | null;
  readonly container: string | null;
}

/** Where a page of deliveries ends. */
export type ShipmentKey = Pick<InboundShipmentRow, 'shippedAt' | 'id'>;

interface Row extends Omit<InboundShipmentRow, 'shippedAt'> {
  readonly shipped_at: Date;
}

/** The latest shipping of an object that counts. */
const SHIPPING = (uri: string): string => `cross join lateral (
    select o.event from event_object o join event e on e.id = o.event
     where o.realm = $2 and o.uri = ${uri} and o.effect = 'applied' and e.act in ('ship', 'return-ship')
     order by o.counter desc limit 1) s`;

/**
 * Each pack under way to $1 in realm $2, with the latest shipping that counts of it or, for what is in a container, of the outermost one.
 * `unit` is that container, `container` the one that the pack is in itself; null for a pack by itself.
 */
const UNDER_WAY = `select p.gtin, p.serial, p.lot, p.expiry, s.event, null::text as unit, null::text as container
  from pack p ${SHIPPING(packUriSql('p'))}
 where p.consignee = $1 and p.realm = $2 and p.parent is null
 union all
 select p.gtin, p.serial, p.lot, p.expiry, s.event, t.unit, t.uri
  from (with recursive inside (unit, uri, depth) as (
      select o.uri, o.uri, 1 from ledger_object o where o.consignee = $1 and o.realm = $2 and o.parent is null
      union all
      select i.unit, c.uri, i.depth + 1 from inside i join ledger_object c on c.realm = $2 and c.parent = i.uri where i.depth < 32)
    select unit, uri from inside) t
  ${SHIPPING('t.unit')}
  join pack p on p.realm = $2 and p.parent = t.uri`;

/**
 * Deliveries under way to the scope's organisation, the longest under way first, `limit` at most, after `after`; or the one named
 * `id`, where it is under way to it.
 */
export async function loadInboundShipments(
  scope: OrgScope,
  { after, id, limit }: { readonly after?: ShipmentKey; readonly id?: EventRef; readonly limit: number },
): Promise<readonly InboundShipmentRow[]> {
  const { rows } = await pool().query<Row>({
    name: 'inbound-shipments',
    text: `select e.id, e.reporter as sender, q.name as "senderName", e.event_time as shipped_at, e.document, u.packs,
        case when l.gln is not null then jsonb_build_object('name', l.name, 'city', l.city, 'country', l.country,
          'timeZone', l.time_zone) end as place
      from (select event, count(*)::int as packs from (${UNDER_WAY}) w group by event) u
      join event e on e.id = u.event
      join organisation q on q.gln = e.reporter
      left join location l on l.gln = e.location
     where ($3::uuid is null or e.id = $3) and ($4::timestamptz is null or (e.event_time, e.id) > ($4, $5::uuid))
     order by e.event_time, e.id limit $6`,
    values: [scope.organisation, scope.realm, id, after && new Date(after.shippedAt), after?.id, limit],
  });
  return rows.map(({ shipped_at, ...row }) => ({ ...row, shippedAt: instantOfDate(shipped_at) }));
}

/** How many deliveries are under way to the scope's organisation. */
export async function countInboundShipments(scope: OrgScope): Promise<number> {
  const { rows } = await pool().query<{ readonly count: number }>({
    name: 'count-inbound',
    text: `select count(distinct event)::int as count from (${UNDER_WAY}) w`,
    values: [scope.organisation, scope.realm],
  });
  return rows[0]?.count ?? 0;
}

/** What of the shipment is under way to the scope's organisation, by product and serial number. */
export async function loadAnnouncedPacks(
  scope: OrgScope,
  shipment: EventRef,
): Promise<readonly AnnouncedPack[]> {
  const { rows } = await pool().query<AnnouncedPack>({
    name: 'announced-packs',
    text: `select gtin, serial, lot, expiry, unit, container from (${UNDER_WAY}) w where event = $3 order by gtin, serial`,
    values: [scope.organisation, scope.realm, shipment],
  });
  return rows;
}

const DAY_MS = 86_400_000;
/** A delivery is unpacked in a few goes. */
const MOST_RECEIPTS = 100;

/**
 * What the receivers of the shipments said of them, `vialog:shipment` in a receiving, as far as the reader sees it whole and its author
 * has not taken it back; in the order of recording.
 */
export async function loadReceipts(
  scope: OrgScope,
  shipments: readonly Pick<StoredEvent, 'id' | 'claim' | 'eventTime'>[],
  at: Instant,
): Promise<readonly StoredEvent[]> {
  const receivers = [...new Set(shipments.flatMap(({ claim }) => claim.to ?? []))];
  if (receivers.length === 0) return [];
  const values = new SqlValues();
  const since = new Date(Math.min(...shipments.map(({ eventTime }) => eventTime)) - DAY_MS);
  const whole = eventsSeenWhole({ scope, at }, values);
  const { rows } = await pool().query<EventRow>(
    `select ${EVENT_COLUMNS} from event e left join ledger.entry n on n.log_id = ${values.add(LOG_ID)} and n.event_id = e.id
      where e.reporter = any (${values.add(receivers)}) and e.event_time >= ${values.add(since)} and e.act = 'receive'
        and e.document ->> 'vialog:shipment' = any (${values.add(shipments.map(({ id }) => id))})
        and not exists (select from event c where c.corrects = e.id) and ${whole}
      order by e.record_time, e.id limit ${MOST_RECEIPTS}`,
    values.values,
  );
  await noteGrantUse(
    { scope, at },
    rows.map(({ id }) => id),
  );
  return rows.map(storedEventOf);
}
