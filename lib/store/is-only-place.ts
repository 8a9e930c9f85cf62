import type { OrgScope } from '../custody/org-scope.ts';
import { pool } from './pool.ts';

/** Whether the scope's organisation has no place but the one that the scope stands at. */
export async function isOnlyPlace({ organisation, location }: OrgScope): Promise<boolean> {
  if (location === undefined) return false;
  const { rows } = await pool().query<{ readonly gln: string }>({
    name: 'is-only-place',
    text: 'select gln from location where organisation = $1 limit 2',
    values: [organisation],
  });
  return rows.length === 1 && rows[0]?.gln === location;
}
