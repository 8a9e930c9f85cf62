import type { OrgScope } from '../custody/org-scope.ts';
import { pool } from './pool.ts';

/**
 * Which of the containers, by canonical name, the reader may be told anything of beside what it said itself: those that stand where it,
 * its owner group or who made it its agent has or awaits them, and those that nobody has named. Of all others it is not for the reader
 * to know whether they exist.
 */
export async function loadToldContainers(
  scope: OrgScope,
  uris: readonly string[],
): Promise<ReadonlySet<string>> {
  if (scope.sandbox || uris.length === 0) return new Set(uris);
  const { rows } = await pool().query<{ readonly uri: string }>({
    name: 'told-containers',
    text: `with own as (select owner_group from organisation where gln = $2),
      principal as (select $2::text as gln union select a.principal from agent a where a.agent = $2
        and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now()))
    select k.uri from unnest($3::text[]) as k (uri) left join lateral outermost($1::smallint, k.uri) u on true
     where u.holder is null or u.holder in (select gln from principal) or u.consignee in (select gln from principal)
        or exists (select from organisation o join own on own.owner_group = o.owner_group where o.gln in (u.holder, u.consignee))`,
    values: [scope.realm, scope.organisation, uris],
  });
  return new Set(rows.map(({ uri }) => uri));
}
