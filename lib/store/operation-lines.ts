import type { OrgScope } from '../custody/org-scope.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { pool } from './pool.ts';
import { type Db, inTransaction } from './transaction.ts';

/** Lines of a list of operations that stand together, as they came. */
export interface LineChunk {
  /** Counted from 1. */
  readonly firstLine: number;
  readonly lines: readonly Json[];
}

/** Keeps lines of a job. */
export async function insertLines(db: Db, job: string, { firstLine, lines }: LineChunk): Promise<void> {
  await db.query('insert into operation_chunk (job, first_line, lines) values ($1, $2, $3)', [
    job,
    firstLine,
    JSON.stringify(lines),
  ]);
}

/** The lines that stand together with the one behind `afterLine`. */
export async function loadLines(job: string, afterLine: number): Promise<LineChunk | undefined> {
  const { rows } = await pool().query<{ readonly first_line: number; readonly lines: readonly Json[] }>(
    `select first_line, lines from operation_chunk
      where job = $1 and first_line = (select max(first_line) from operation_chunk where job = $1 and first_line <= $2 + 1)
        and first_line + jsonb_array_length(lines) > $2 + 1`,
    [job, afterLine],
  );
  const [row] = rows;
  return row && { firstLine: row.first_line, lines: row.lines };
}

/** What became of a line. */
export interface LineResult {
  readonly line: number;
  /** `applied`: it moved the pack; `without-effect`: recorded and flagged; `refused`: not recorded; `faulty`: not understood. */
  readonly outcome: 'applied' | 'without-effect' | 'refused' | 'faulty' | 'observed';
  readonly result: Json;
}

/** Keeps results, and how far the job is, both or neither. */
export async function saveResults(job: string, results: readonly LineResult[]): Promise<void> {
  const failed = results.filter(({ outcome }) => outcome === 'refused' || outcome === 'faulty').length;
  await inTransaction(async (tx) => {
    await tx.query(
      `insert into operation_result (job, line, outcome, result)
        select $1, * from unnest($2::int[], $3::text[], $4::jsonb[]) on conflict (job, line) do nothing`,
      [
        job,
        results.map(({ line }) => line),
        results.map(({ outcome }) => outcome),
        results.map(({ result }) => JSON.stringify(result)),
      ],
    );
    await tx.query(
      `update job set done = done + $2, failed = failed + $3 where id = $1 and state = 'running'`,
      [job, results.length - failed, failed],
    );
  });
}

/** Results of a job of the scope's organisation behind `afterLine`, `limit` at most. */
export async function loadResults(
  scope: OrgScope,
  job: string,
  { afterLine, limit }: { readonly afterLine: number; readonly limit: number },
): Promise<readonly LineResult[]> {
  const { rows } = await pool().query<LineResult>(
    `select r.line, r.outcome, r.result from operation_result r join job j on j.id = r.job
      where r.job = $1 and j.organisation = $2 and j.realm = $3 and r.line > $4 order by r.line limit $5`,
    [job, scope.organisation, scope.realm, afterLine, limit],
  );
  return rows;
}
