import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Instant } from '../kernel/instant.ts';
import { pool } from './pool.ts';

/** How far a recall has come with the packs that one holder is recorded for. */
export interface CoverageCounts {
  /** Set aside at a counter since the recall, back with the holder of the GTIN, destroyed, or otherwise out of reach of patients. */
  readonly found: number;
  readonly supplied: number;
  /** Recorded as held or under way, and not seen since. */
  readonly unknown: number;
}

/** Coverage with one organisation, or with all of one country whose names are not for the reader. */
export interface CoverageRow extends CoverageCounts {
  /** Orders the rows, and leads to the next page; tells no more than the row. */
  readonly key: string;
  readonly organisation: Gln | null;
  readonly name: string | null;
  /** How many organisations the row counts. */
  readonly organisations: number;
  readonly country: string;
}

/** Which rows are asked for. */
export interface CoverageAsked {
  readonly gtin: Gtin;
  readonly lot: Lot;
  /** When the first recall that stands was recorded. */
  readonly since: Instant;
  /** The key of the last row of the page before. */
  readonly after: string;
  readonly limit: number;
}

/**
 * Where the packs of a batch are is read from the index by batch alone, and only packs that a counter set aside since are looked up.
 * Of packs in a container the container is asked, once for all of them.
 */
const COVERAGE = `with
  counted as materialized (select p.parent, p.holder, p.consignee, p.status, count(*)::int as n from pack p
    where p.realm = $1 and p.gtin = $2 and p.lot = $3 group by 1, 2, 3, 4),
  roots as materialized (select k.parent, u.holder, u.consignee, u.fate
    from (select distinct parent from counted where parent is not null) k, outermost($1::smallint, k.parent) u),
  maker as (select q.holder from product q where q.realm = $1 and q.gtin = $2),
  placed as (select case when c.status = 'active' then coalesce(r.fate, c.status) else c.status end as status,
      case when c.parent is null then c.holder else r.holder end as holder,
      case when c.parent is null then c.consignee else r.consignee end as consignee, c.n
    from counted c left join roots r on r.parent = c.parent),
  held as (select m.holder, coalesce(sum(m.n) filter (where m.status = 'supplied'), 0) as supplied,
      coalesce(sum(m.n) filter (where m.status not in ('active', 'supplied', 'unknown')), 0) as gone,
      coalesce(sum(m.n) filter (where m.status = 'active'), 0) as active,
      coalesce(sum(m.n) filter (where m.status = 'active' and m.consignee is null and m.holder = (select holder from maker)), 0) as home
    from placed m where m.holder is not null group by m.holder),
  aside as (select distinct o.serial from observation o
    where o.realm = $1 and o.gtin = $2 and o.lot = $3 and o.code = 'batch/recalled' and o.at >= $4),
  seen as (select s.holder, count(*) as n from (
      select case when p.parent is null then p.holder else u.holder end as holder,
          case when p.parent is null then p.consignee else u.consignee end as consignee
        from aside a join pack p on p.realm = $1 and p.gtin = $2 and p.serial = a.serial
          left join outermost($1::smallint, p.parent) u on p.parent is not null
       where p.status = 'active' and p.lot = $3) s
    where s.consignee is not null or s.holder is distinct from (select holder from maker) group by s.holder),
  told as (select h.holder, h.supplied::int as supplied, (h.gone + h.home + coalesce(s.n, 0))::int as found,
      (h.active - h.home - coalesce(s.n, 0))::int as unknown
    from held h left join seen s on s.holder = h.holder)`;

/** Whose names the holder of the GTIN knows: its own, its owner group's, and those of the parties of its own events. */
const KNOWN_TO_HOLDER = `known as (select $5::text as gln
    union select o.gln from organisation o join organisation own on own.gln = $5 and o.owner_group = own.owner_group
    union select unnest(e.parties) from event e where e.reporter = $5 and e.realm = $1 and e.parties <> '{}')`;

/** A regulator knows the organisations of its own country; of the others nothing is counted for it. */
const KNOWN_TO_REGULATOR = `known as (select o.gln from organisation o where o.country = $9 and $5::text is not null)`;

const ROWS = `rows as (
    select o.gln as key, o.gln as organisation, o.name, 1 as organisations, o.country, t.found, t.supplied, t.unknown
      from told t join organisation o on o.gln = t.holder where o.gln in (select gln from known)
    union all
    select 'in ' || o.country, null, null, count(*)::int, o.country, sum(t.found)::int, sum(t.supplied)::int, sum(t.unknown)::int
      from told t join organisation o on o.gln = t.holder
     where $8::boolean and o.gln not in (select gln from known) group by o.country)`;

/**
 * Coverage of a recall, organisation by organisation, for the holder of the GTIN, to whom organisations that it does not deal with are
 * counted by country (custody.md 6: anonymous counts), and for a regulator, to whom only those of its own country are. Whether the
 * reader is one of them is asked by the caller.
 */
export async function loadRecallCoverage(
  scope: OrgScope,
  { gtin, lot, since, after, limit }: CoverageAsked,
): Promise<readonly CoverageRow[]> {
  const isRegulator = scope.organisationRole === 'regulator';
  const known = isRegulator ? KNOWN_TO_REGULATOR : KNOWN_TO_HOLDER;
  const { rows } = await pool().query<CoverageRow>(
    `${COVERAGE}, ${known}, ${ROWS}
     select * from rows where key > $6 order by key limit $7`,
    [
      ...[scope.realm, gtin, lot, new Date(since), scope.organisation, after, limit, !isRegulator],
      ...(isRegulator ? [scope.country] : []),
    ],
  );
  return rows;
}
