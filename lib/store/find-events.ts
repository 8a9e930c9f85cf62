import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { LOG_ID } from './log-id.ts';
import { noteGrantUse } from './note-grant-use.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';
import { EVENT_COLUMNS, type EventRow, type StoredEvent, storedEventOf } from './stored-event.ts';
import { eventsSeenWhole } from './visible-events.ts';

/** Which events are asked for (EPCIS 2.0 section 8.2.7.1). What is absent does not restrict. */
export interface EventQuery {
  /** MATCH_epc: canonical names, any of which the event names. */
  readonly objects?: readonly string[];
  /** MATCH_epc with a pattern: canonical names of products, of any pack of which the event names one. With `objects`: either. */
  readonly products?: readonly string[];
  /** GE_eventTime and LT_eventTime. */
  readonly eventsFrom?: Instant;
  readonly eventsBefore?: Instant;
  /** EQ_bizStep, as CBV short names. */
  readonly bizSteps?: readonly string[];
  /** Events after this index of the log. */
  readonly after?: bigint;
  /** How many at most. */
  readonly limit: number;
  /** The moment at which grants are judged. */
  readonly at: Instant;
}

/** Events in log order. `next` is where to go on, `undefined` after the last. */
export interface EventPage {
  readonly events: readonly StoredEvent[];
  readonly next: bigint | undefined;
}

/**
 * The events that the reader sees whole, in the order of the log, which is the order of commits: a reader who goes on from `next`
 * misses none, however many are written meanwhile. What waits for its place in the log comes later, see {@link awaitSequenced}.
 */
export async function findEvents(scope: OrgScope, query: EventQuery): Promise<EventPage> {
  const values = new SqlValues();
  const where = [`n.log_id = ${values.add(LOG_ID)}`, eventsSeenWhole({ scope, at: query.at }, values)];
  if (query.after !== undefined) where.push(`n.seq > ${values.add(query.after)}`);
  if (query.bizSteps) where.push(`e.biz_step = any (${values.add(query.bizSteps)})`);
  if (query.eventsFrom !== undefined) where.push(`e.event_time >= ${values.add(new Date(query.eventsFrom))}`);
  if (query.eventsBefore !== undefined)
    where.push(`e.event_time < ${values.add(new Date(query.eventsBefore))}`);
  if (query.objects || query.products) where.push(namesAnyOf(scope, query, values));
  // Along the log, one event after the other, until the page is full: never all events first.
  const { rows } = await pool().query<EventRow>(
    `select ${EVENT_COLUMNS}
       from ledger.entry n cross join lateral (select * from event x where x.id = n.event_id limit 1) as e
      where ${where.join(' and ')} order by n.seq limit ${values.add(query.limit + 1)}`,
    values.values,
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1)?.seq;
  await noteGrantUse(
    { scope, at: query.at },
    shown.map(({ id }) => id),
  );
  return {
    events: shown.map(storedEventOf),
    next: rows.length > query.limit && last !== null ? last : undefined,
  };
}

function namesAnyOf(scope: OrgScope, { objects, products }: EventQuery, values: SqlValues): string {
  const either: string[] = [];
  if (objects?.length) {
    const named = `select o.event from event_object o where o.realm = ${values.add(scope.realm)} and o.uri = any (${values.add(objects)})`;
    either.push(`n.event_id = any (array(${named}))`);
  }
  if (products?.length) {
    const prefixes = values.add(products.map((uri) => `${uri}/21/`));
    either.push(`exists (select from event_object o where o.event = n.event_id
      and exists (select from unnest(${prefixes}::text[]) as k (prefix) where starts_with(o.uri, k.prefix)))`);
  }
  return `(${either.join(' or ') || 'false'})`;
}
