import type { OrgScope } from '../custody/org-scope.ts';
import { STATEMENT_KIND } from '../evidence/statement-leaf.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfNullable } from './instant-of-date.ts';
import { type LedgerPlace, ledgerPlaceOf, SHOWN_SIZES, type ShownSizes } from './ledger-place.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';

/** What is known of a grant beside itself. */
export interface GrantMarks {
  /** Events that were shown under it, each counted once for each who read it. */
  readonly uses: number;
  readonly lastUsedAt: Instant | undefined;
  /** Where the latest statement that it was given or ended stands in the log; absent for grants older than statements. */
  readonly stated: LedgerPlace | undefined;
}

interface Row extends ShownSizes {
  readonly grant: string;
  readonly uses: number;
  readonly last_used: Date | null;
  readonly statement: string | null;
  readonly seq: bigint | null;
}

/** The marks of the grants named that the scope's organisation has given or was given. */
export async function loadGrantMarks(
  { organisation }: OrgScope,
  grants: readonly string[],
): Promise<ReadonlyMap<string, GrantMarks>> {
  const { rows } = await pool().query<Row>({
    name: 'grant-marks',
    text: `select g.id as grant, u.uses, u.last_used, s.id as statement, n.seq,
        ${SHOWN_SIZES}
      from "grant" g
      cross join lateral (select count(*)::int as uses, max(used_at) as last_used from grant_use where grant_id = g.id) u
      left join lateral (select id from statement where grant_id = g.id and kind <> $4 order by at desc, kind desc limit 1) s on true
      left join ledger.entry n on n.log_id = $3 and n.event_id = s.id
      where g.id = any ($1::uuid[]) and $2 in (g.from_party, g.to_party)`,
    values: [grants, organisation, LOG_ID, STATEMENT_KIND.grantUsed],
  });
  return new Map(
    rows.map(({ grant, uses, last_used, statement, seq, ...shown }) => [
      grant,
      {
        uses,
        lastUsedAt: instantOfNullable(last_used),
        stated: statement === null ? undefined : ledgerPlaceOf(statement, seq, shown),
      },
    ]),
  );
}
