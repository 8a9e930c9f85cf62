import type { CounterVerdict } from '../custody/counter/counter-answer.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';
import { visibleFindings } from './visible-findings.ts';

/** A scan or a refused attempt that a finding rests on. */
export interface FindingObservation {
  readonly id: string;
  readonly at: Instant;
  readonly organisation: Gln;
  readonly location: Gln | undefined;
  readonly operation: string;
  readonly verdict: CounterVerdict;
}

/** What a finding rests on beside events, where the reader may see the finding; oldest first. */
export async function loadFindingObservations(
  scope: OrgScope,
  finding: string,
): Promise<readonly FindingObservation[]> {
  const values = new SqlValues();
  const { rows } = await pool().query<
    Omit<FindingObservation, 'at' | 'location'> & { readonly at: Date; readonly location: Gln | null }
  >(
    `select o.id, o.at, o.organisation, o.location, o.operation, o.verdict
       from finding f join observation o on o.id = any (f.observations) and o.realm = f.realm
      where f.id = ${values.add(finding)} and ${visibleFindings(scope, values)} order by o.at, o.id`,
    values.values,
  );
  return rows.map((row) => ({ ...row, at: instantOfDate(row.at), location: row.location ?? undefined }));
}
