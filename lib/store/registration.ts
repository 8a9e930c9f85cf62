import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { pool } from './pool.ts';

/** The batch that a job registers packs of. */
export interface RegisteredBatch {
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly expiry: LocalDate;
}

/** What a job of the scope's organisation registers; `undefined` where there is no such job. */
export async function loadRegisteredBatch(
  scope: OrgScope,
  kind: string,
  job: string,
): Promise<RegisteredBatch | undefined> {
  const { rows } = await pool().query<RegisteredBatch>(
    `select payload ->> 'gtin' as gtin, payload ->> 'lot' as lot, payload ->> 'expiry' as expiry from job
      where id = $1 and kind = $2 and organisation = $3 and realm = $4`,
    [job, kind, scope.organisation, scope.realm],
  );
  return rows[0];
}
