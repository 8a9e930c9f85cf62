import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';
import type { LogPage } from './sign-in-log.ts';

/** How often a key was used from one network in one hour. */
export interface KeyUses {
  readonly key: string;
  readonly organisation: Gln;
  /** The beginning of the hour. */
  readonly hour: Instant;
  /** Cut short. */
  readonly address: string;
  readonly uses: number;
  readonly lastAt: Instant;
}

/** Adds uses to those of the same hour. */
export async function addKeyUses(added: readonly KeyUses[]): Promise<void> {
  await pool().query({
    name: 'add-key-uses',
    text: `insert into key_use as k (key, organisation, hour, address, uses, last_at)
      select n.key, n.organisation, n.hour, n.address, n.uses, n.last_at
        from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::int[], $6::timestamptz[])
          as n (key, organisation, hour, address, uses, last_at)
        join api_key a on a.id = n.key order by n.key, n.hour, n.address
      on conflict (key, hour, address) do update
        set uses = k.uses + excluded.uses, last_at = greatest(k.last_at, excluded.last_at)`,
    values: [
      added.map(({ key }) => key),
      added.map(({ organisation }) => organisation),
      added.map(({ hour }) => new Date(hour)),
      added.map(({ address }) => address),
      added.map(({ uses }) => uses),
      added.map(({ lastAt }) => new Date(lastAt)),
    ],
  });
}

/** A line of the log of key uses. */
export interface KeyUseLine extends Omit<KeyUses, 'organisation'> {
  readonly id: bigint;
  readonly name: string;
}

interface Row {
  readonly id: bigint;
  readonly key: string;
  readonly name: string;
  readonly hour: Date;
  readonly address: string;
  readonly uses: number;
  readonly last_at: Date;
}

/** The uses of the keys of the scope's organisation, an hour and a network a line, the newest first use first. */
export async function loadKeyUses(
  { organisation }: OrgScope,
  { before, limit }: LogPage,
): Promise<readonly KeyUseLine[]> {
  const { rows } = await pool().query<Row>({
    name: 'key-uses',
    text: `select k.id, k.key, a.name, k.hour, k.address, k.uses, k.last_at from key_use k join api_key a on a.id = k.key
      where k.organisation = $1 and ($2::bigint is null or k.id < $2) order by k.id desc limit $3`,
    values: [organisation, before, limit],
  });
  return rows.map(({ last_at, hour, ...row }) => ({
    ...row,
    hour: instantOfDate(hour),
    lastAt: instantOfDate(last_at),
  }));
}
