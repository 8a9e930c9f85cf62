import type { OrgScope } from '../../custody/org-scope.ts';
import type { JobState } from '../../store/jobs.ts';
import { loadRegistrationRows, type RegistrationRow, type RowsAsked } from '../../store/registration-rows.ts';
import { loadRegistrationState, type RegistrationState } from '../../store/registration-state.ts';

/** A row with what became of it: a word for all, or the code of its fault. */
export interface RowResult {
  readonly row: number;
  readonly serial: string | null;
  readonly result: string;
}

/** A page of rows of a registration of the scope's organisation; `undefined` where there is no such registration. */
export async function loadRowResults(
  scope: OrgScope,
  id: string,
  asked: RowsAsked,
): Promise<readonly RowResult[] | undefined> {
  const state = await loadRegistrationState(scope, id);
  if (!state) return undefined;
  const rows = await loadRegistrationRows(scope, id, asked);
  return rows.map((row) => ({ row: row.row, serial: row.serial, result: resultOf(row, state) }));
}

const ENDED: ReadonlySet<JobState> = new Set(['succeeded', 'failed', 'cancelled']);

function resultOf({ serial, fault }: RegistrationRow, { job, registration }: RegistrationState): string {
  if (serial === null) return 'left-out';
  if (fault !== null) return fault;
  if (registration.phase === 'done') return 'registered';
  return ENDED.has(job.state) ? 'not-registered' : 'waiting';
}
