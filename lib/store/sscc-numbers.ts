import type { OrgScope } from '../custody/org-scope.ts';
import { canonicalUriOf } from '../gs1/gs1-id.ts';
import type { Sscc } from '../gs1/sscc.ts';
import { ssccAt, ssccCount } from '../gs1/sscc-at.ts';
import { pool } from './pool.ts';
import { inTransaction, type Tx } from './transaction.ts';

/** The company prefix that new SSCCs of the scope's organisation are made from, the first by its digits; `undefined` without one. */
export async function loadSsccPrefix(scope: OrgScope): Promise<string | undefined> {
  const { rows } = await pool().query<{ readonly prefix: string }>(
    'select prefix from company_prefix where organisation = $1 order by prefix limit 1',
    [scope.organisation],
  );
  return rows[0]?.prefix;
}

/**
 * Takes `count` SSCCs of a company prefix that were never given out, in rising order; `undefined`, and none is taken, where it has no more
 * so many. What an event has named already, however it came by the number, is passed over. They are taken for good when this resolves.
 */
export function takeSsccs(
  scope: OrgScope,
  prefix: string,
  count: number,
): Promise<readonly Sscc[] | undefined> {
  return inTransaction(async (tx) => {
    await tx.query('insert into sscc_counter (prefix, next) values ($1, 0) on conflict do nothing', [prefix]);
    const { rows } = await tx.query<{ readonly next: bigint }>(
      'select next from sscc_counter where prefix = $1 for update',
      [prefix],
    );
    let next = Number(rows[0]?.next);
    const taken: Sscc[] = [];
    while (taken.length < count) {
      const wanted = Math.min(count - taken.length, ssccCount(prefix) - next);
      if (wanted <= 0) return undefined;
      const from = next;
      const candidates = Array.from({ length: wanted }, (_, at) => ssccAt(prefix, from + at));
      taken.push(...(await unknownOf(tx, scope, candidates)));
      next += wanted;
    }
    await tx.query('update sscc_counter set next = $2 where prefix = $1', [prefix, next]);
    return taken;
  });
}

/** Those of which the log of the scope's realm knows nothing. */
async function unknownOf(tx: Tx, scope: OrgScope, ssccs: readonly Sscc[]): Promise<readonly Sscc[]> {
  const uris = ssccs.map((sscc) => canonicalUriOf({ key: { ai: '00', value: sscc } }));
  const { rows } = await tx.query<{ readonly uri: string }>(
    'select uri from ledger_object where realm = $1 and uri = any ($2::text[])',
    [scope.realm, uris],
  );
  const known = new Set(rows.map(({ uri }) => uri));
  return ssccs.filter((_, at) => !known.has(uris[at] ?? ''));
}
