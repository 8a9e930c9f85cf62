import type { OrgScope } from '../custody/org-scope.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import { placeOf } from './placed-packs.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';
import { touchesCountry } from './touches-country.ts';
import { visibleFindings } from './visible-findings.ts';

/**
 * Which of the packs, by their canonical Digital Links, the reader may be told anything of beside what it said itself: those that it, its
 * owner group or who made it its agent holds or awaits, those of its GTINs, and those that it sees as a regulator (custody.md 6). Of all
 * others it is not for the reader to know whether they exist.
 */
export async function loadToldPacks(scope: OrgScope, uris: readonly string[]): Promise<ReadonlySet<string>> {
  // A sandbox is one organisation's own world.
  if (scope.sandbox) return new Set(uris);
  const packs = uris.flatMap((uri) => {
    const pack = sgtinOf(uri);
    return pack ? [{ ...pack, uri }] : [];
  });
  if (packs.length === 0) return new Set();
  const values = new SqlValues();
  const keys = [packs.map(({ uri }) => uri), packs.map(({ gtin }) => gtin), packs.map(({ serial }) => serial)]
    .map((column) => `${values.add(column)}::text[]`)
    .join(', ');
  const { rows } = await pool().query<{ readonly uri: string }>(
    `with ${principals(scope, values)},
      asked as (select ${values.add(scope.realm)}::smallint as realm, k.* from unnest(${keys}) as k (uri, gtin, serial))
    select k.uri from asked k left join pack p on p.realm = k.realm and p.gtin = k.gtin and p.serial = k.serial
      left join lateral (select u.* from (select 1) one ${placeOf('p', 'u')}) u on p.gtin is not null
      where ${[...BY_PARTY, ...byInspection(scope, values)].join(' or ')}`,
    values.values,
  );
  return new Set(rows.map(({ uri }) => uri));
}

/** Whom the reader speaks for: itself first, and at this moment. */
const principals = ({ organisation }: OrgScope, values: SqlValues): string => {
  const reader = values.add(organisation);
  return `own as (select owner_group from organisation where gln = ${reader}),
    principal as (select ${reader} as gln union select a.principal from agent a where a.agent = ${reader}
      and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now()))`;
};

/** Of a product without master data the longest company prefix assigned says whose it is (custody.md 5). */
const HOLDER = `coalesce((select q.holder from product q where q.realm = k.realm and q.gtin = k.gtin),
  (select c.organisation from generate_series(4, 12) as n join company_prefix c on c.prefix = substr(k.gtin, 2, n)
    order by n desc limit 1))`;

const BY_PARTY = [
  'u.holder in (select gln from principal)',
  'u.consignee in (select gln from principal)',
  'exists (select from organisation o join own on own.owner_group = o.owner_group where o.gln in (u.holder, u.consignee))',
  `${HOLDER} in (select gln from principal)`,
];

const byInspection = (scope: OrgScope, values: SqlValues): readonly string[] =>
  scope.organisationRole === 'regulator'
    ? [
        touchesCountry(scope, 'k', values),
        `exists (select from finding f where f.packs @> array[k.uri] and ${visibleFindings(scope, values)})`,
      ]
    : [];
