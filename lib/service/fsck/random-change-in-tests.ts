import { randomBytes, randomInt } from 'node:crypto';
import type { Json } from '../../kernel/canonical-json.ts';
import { pool } from '../../store/pool.ts';
import { tamperWith } from './fsck-in-tests.ts';

/** A change of one field of one row, which can be taken back. */
export interface RandomChange {
  readonly table: string;
  readonly column: string;
  /** It is of the row's key. */
  readonly isKey: boolean;
  readonly told: string;
  undo(): Promise<void>;
}

/** The tables whose rows are changed, and the columns that nothing else in the database tells anything about. */
const TABLES: readonly (readonly [table: string, key: readonly string[], untold: readonly string[]])[] = [
  ['ledger.entry', ['log_id', 'seq'], []],
  ['ledger.tile', ['log_id', 'level', 'idx'], []],
  ['ledger.checkpoint', ['log_id', 'size'], ['signed_at']],
  ['ledger.observation_member', ['observation'], ['ord']],
  ['event', ['id'], ['flags', 'context']],
  ['event_object', ['realm', 'uri', 'counter'], []],
  ['pack', ['realm', 'gtin', 'serial'], []],
  ['ledger_object', ['realm', 'uri'], []],
  ['batch', ['realm', 'gtin', 'lot'], ['created_at']],
  ['containment', ['realm', 'item', 'event'], ['touched_at']],
  ['statement', ['id'], ['actor']],
  ['observation', ['id'], []],
];

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Changes one random field of one random row: a bit of bytes, a letter of a text, one value in JSON. */
export async function changeAtRandom(): Promise<RandomChange> {
  for (;;) {
    const [table, key, untold] = oneOf(TABLES);
    const columns = (await columnsOf(table)).filter(({ name }) => !untold.includes(name));
    const made = await changeOf(table, key, oneOf(columns));
    if (made) return made;
  }
}

async function changeOf(
  table: string,
  key: readonly string[],
  column: Column,
): Promise<RandomChange | undefined> {
  const row = await rowOf(table, key, column);
  const after = row && changed(column.type, row.value);
  // Only the reporter has what this salt goes with: nothing here tells whether it fits.
  if (column.name === 'field_salts' && table === 'event' && isOfDocument(row?.value, after)) return undefined;
  if (!row || after === undefined || after === row.value) return undefined;
  if (!(await set(table, key, column, { ...row, value: after }))) return undefined;
  // The field may be of the key itself: the row is then found under its new one.
  const keys = row.keys.map((value, at) => (key[at] === column.name ? after : value));
  return {
    ...{ table, column: column.name, isKey: key.includes(column.name) },
    told: `${table}.${column.name} of ${row.keys.join('/')}: ${row.value.slice(0, 200)} -> ${after.slice(0, 200)}`,
    undo: async () => {
      if (!(await set(table, key, column, { keys, value: row.value }))) throw new Error('not undone');
    },
  };
}

/** The change is in the salt of the group `document`, the second of every event. */
const isOfDocument = (before = '', after = ''): boolean =>
  before.slice(2 + 64, 2 + 128) !== after.slice(2 + 64, 2 + 128);

function oneOf<T>(list: readonly T[]): T {
  const one = list[randomInt(list.length)];
  if (one === undefined) throw new Error('there is nothing to change');
  return one;
}

async function columnsOf(table: string): Promise<readonly Column[]> {
  const { rows } = await pool().query<Column>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows;
}

interface Field {
  readonly keys: readonly string[];
  readonly value: string;
}

async function rowOf(table: string, key: readonly string[], { name }: Column): Promise<Field | undefined> {
  const keys = key.map((one) => `"${one}"::text`).join(', ');
  const { rows } = await pool().query<Field>(
    `select array[${keys}] as keys, "${name}"::text as value from ${table} where "${name}" is not null order by random() limit 1`,
  );
  return rows[0];
}

async function set(
  table: string,
  key: readonly string[],
  { name, type }: Column,
  { keys, value }: Field,
): Promise<boolean> {
  const where = key
    // A uuid as text has hyphens, and its new value has none.
    .map((one, at) => `replace("${one}"::text, '-', '') = replace($${at + 2}, '-', '')`)
    .join(' and ');
  try {
    const rows = await tamperWith(`update ${table} set "${name}" = $1::text::${type} where ${where}`, [
      value,
      ...keys,
    ]);
    return rows === 1;
  } catch (error) {
    // What the database itself refuses (a check, a key that is taken) cannot be done unseen either.
    if (error instanceof Error && 'code' in error && /^(22|23)/.test(String(error.code))) return false;
    throw error;
  }
}

/** Another value of the type, as text. */
function changed(type: string, text: string): string | undefined {
  switch (type) {
    case 'bytea':
      return `\\x${bitFlipped(Buffer.from(text.slice(2), 'hex')).toString('hex')}`;
    case 'uuid':
      return bitFlipped(Buffer.from(text.replaceAll('-', ''), 'hex')).toString('hex');
    case 'boolean':
      return text === 'true' ? 'false' : 'true';
    case 'smallint':
    case 'integer':
    case 'bigint':
      return String(BigInt(text) + 1n);
    case 'date':
    case 'timestamp with time zone':
      return new Date(Date.parse(text) + 86_400_000).toISOString();
    case 'json':
    case 'jsonb':
      return jsonChanged(JSON.parse(text));
    case 'text[]':
      return text === '{}' ? '{x}' : '{}';
    default:
      return letterChanged(text);
  }
}

function bitFlipped(bytes: Buffer): Buffer {
  if (bytes.length === 0) return randomBytes(1);
  const at = randomInt(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << randomInt(8));
  return bytes;
}

function letterChanged(text: string): string {
  const at = randomInt(Math.max(1, text.length));
  const other = text[at] === '1' ? '2' : '1';
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
}

/** Changes one value somewhere in it. */
function jsonChanged(value: Json): string {
  const places: ((made: Json) => Json)[] = [];
  const values: Json[] = [];
  collect(value, (made) => made, places, values);
  const at = randomInt(values.length);
  const chosen = values[at] ?? null;
  const made =
    typeof chosen === 'string' ? letterChanged(chosen) : typeof chosen === 'number' ? chosen + 1 : 'changed';
  return JSON.stringify(places[at]?.(made) ?? made);
}

function collect(
  value: Json,
  put: (made: Json) => Json,
  places: ((made: Json) => Json)[],
  values: Json[],
): void {
  if (typeof value !== 'object' || value === null) {
    places.push(put);
    values.push(value);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const within = (made: Json) =>
      put(Array.isArray(value) ? value.with(Number(key), made) : { ...value, [key]: made });
    collect(inner as Json, within, places, values);
  }
  if (Object.keys(value).length === 0) {
    places.push(() => put('changed'));
    values.push(null);
  }
}
