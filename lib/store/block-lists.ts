import type { OrgScope } from '../custody/org-scope.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';

/** A block list as it was given to a place. */
export interface StoredBlockList {
  readonly version: number;
  readonly madeAt: Instant;
  /** The signed note. */
  readonly head: string;
  /** The coded filter. */
  readonly filter: Uint8Array;
  readonly lists: Json;
}

interface Row {
  readonly version: bigint;
  readonly made_at: Date;
  readonly head: string;
  readonly filter: Buffer;
  readonly lists: Json;
}

const listOf = ({ version, made_at, ...row }: Row): StoredBlockList => ({
  ...row,
  version: Number(version),
  madeAt: instantOfDate(made_at),
});

/** A device that was away for longer than so many changes gets the list whole. */
const VERSIONS_KEPT = 16;

const keyOf = ({ realm, organisation, location }: OrgScope) => [realm, organisation, location ?? ''];

/** The newest list of the scope's place. */
export async function loadNewestBlockList(scope: OrgScope): Promise<StoredBlockList | undefined> {
  const { rows } = await pool().query<Row>({
    name: 'newest-block-list',
    text: `select version, made_at, head, filter, lists from block_list where realm = $1 and organisation = $2 and location = $3
      order by version desc limit 1`,
    values: keyOf(scope),
  });
  return rows[0] && listOf(rows[0]);
}

/** One version of the list of the scope's place, while it is kept. */
export async function loadBlockList(scope: OrgScope, version: number): Promise<StoredBlockList | undefined> {
  const { rows } = await pool().query<Row>({
    name: 'block-list-version',
    text: `select version, made_at, head, filter, lists from block_list where realm = $1 and organisation = $2 and location = $3
      and version = $4`,
    values: [...keyOf(scope), version],
  });
  return rows[0] && listOf(rows[0]);
}

/**
 * Keeps a list as the newest of the scope's place, or signs one anew that did not change; the oldest go. False, and nothing is changed, where
 * somebody else made this version in the same moment.
 */
export async function saveBlockList(
  scope: OrgScope,
  list: StoredBlockList,
  isUnchanged: boolean,
): Promise<boolean> {
  const { version, madeAt, head, filter, lists } = list;
  if (isUnchanged) {
    await pool().query({
      name: 'sign-block-list-again',
      text: `update block_list set made_at = $5, head = $6 where realm = $1 and organisation = $2 and location = $3 and version = $4`,
      values: [...keyOf(scope), version, new Date(madeAt), head],
    });
    return true;
  }
  const { rowCount } = await pool().query({
    name: 'save-block-list',
    text: `with gone as (delete from block_list where realm = $1 and organisation = $2 and location = $3 and version <= $4 - ${VERSIONS_KEPT})
      insert into block_list (realm, organisation, location, version, made_at, head, filter, lists)
      values ($1, $2, $3, $4::bigint, $5, $6, $7, $8) on conflict do nothing`,
    values: [...keyOf(scope), version, new Date(madeAt), head, filter, JSON.stringify(lists)],
  });
  return rowCount === 1;
}
