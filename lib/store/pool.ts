/**
 * lib/store: the only code that talks to PostgreSQL. Rows in, domain types out. Prisma for the models of master data and for lists,
 * `pg` with prepared statements for what is asked at every scan. Every tenant read takes an `OrgScope` first.
 */
import pg from 'pg';
import { env } from '../env.ts';
import { databaseUrl } from './database-url.ts';

/** How the store reaches its database. */
export interface StoreOptions {
  readonly url: string;
  /** Connections at most; 20 when absent. */
  readonly connections?: number;
}

/**
 * Statements are prepared once per connection and planned once: planning anew costs more than most of them take. What is asked is asked
 * by key, and a plan made while a table was new and small would go on reading all of it: whole tables are read only where no key serves.
 * A process that freezes inside a transaction gives its locks back after half a minute.
 */
const SESSION = `set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set idle_in_transaction_session_timeout = '30s'`;

const SLOT = Symbol.for('vialog.store.pool');

/** The pool outlives a reload of modules in development, else each reload would leave its connections behind. */
const slots = globalThis as { [SLOT]?: pg.Pool };

const INT8 = 20;
const DATE = 1082;
const UUID = 2950;
const UUID_ARRAY = 2951;

/** pg reads a uuid[] like a text[], though its types know the simple kinds only. */
const parseUuidArray: (text: string) => string[] = pg.types.getTypeParser(UUID_ARRAY as typeof UUID, 'text');
const withoutHyphens = (uuid: string): string => uuid.replaceAll('-', '');

/** Log sizes are bigint, days stay days, and event ids are written as everywhere else: 32 hex digits. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [INT8, BigInt],
  [DATE, (text) => text],
  [UUID, withoutHyphens],
  [UUID_ARRAY, (text) => parseUuidArray(text).map(withoutHyphens)],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/**
 * The one pool of this process, connected on first use to `DATABASE_URL` or to the embedded database.
 * Values come as: int8 as `bigint`, date as `YYYY-MM-DD`, uuid as 32 hex digits, timestamptz as `Date`.
 */
export function pool(): pg.Pool {
  return slots[SLOT] ?? connectStore({ url: databaseUrl(env()) });
}

/**
 * Names the database of this process. Throws where one is connected already: two would mean two truths.
 * Queries of one connection are pipelined: what is sent without waiting travels together.
 */
export function connectStore({ url, connections = 20 }: StoreOptions): pg.Pool {
  if (slots[SLOT] !== undefined) throw new Error('the store is connected already');
  const made = new pg.Pool({ connectionString: url, max: connections, pipeline: true, types });
  made.on('error', () => {});
  made.on('connect', prepare);
  slots[SLOT] = made;
  return made;
}

/**
 * A connection may end at any moment, idle or inside a transaction: whoever uses it next is told, and the pool replaces it. Without
 * a listener of its own the bare event would end the process.
 */
function prepare(client: pg.PoolClient): void {
  client.on('error', () => {});
  client.query(SESSION).catch(() => {});
}

/** Closes every connection once its work is done. The next {@link pool} or {@link connectStore} begins anew. */
export async function closeStore(): Promise<void> {
  const open = slots[SLOT];
  delete slots[SLOT];
  await open?.end();
}
