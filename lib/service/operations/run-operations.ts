import type { OrgScope } from '../../custody/org-scope.ts';
import { awaitSequenced } from '../../store/ledger-entries.ts';
import { loadLines, loadResults, saveResults } from '../../store/operation-lines.ts';
import { ownLatestPending } from '../../store/own-pending.ts';
import type { JobToRun } from '../../store/run-jobs.ts';
import { jobAuthority } from '../job-authority.ts';
import type { JobEnd } from '../job-end.ts';
import { doUnits } from './do-units.ts';
import { Guesses } from './guesses.ts';
import { operationUnits } from './operation-units.ts';

/** Who asks for what the list did finds it: the job waits so long for the sequencer before it calls itself finished. */
const SEQUENCED_WITHIN_MS = 2_000;

/**
 * Works through a list of operations in its order. Cut off, it goes on behind the last lines that have results; what was done behind them
 * is found done, because each operation has an id of its own.
 */
export async function runOperations(job: JobToRun): Promise<JobEnd> {
  let scope: OrgScope | undefined;
  let guesses: Guesses | undefined;
  let line = job.done + job.failed;
  for (;;) {
    const chunk = await loadLines(job.id, line);
    if (!chunk) break;
    scope = await jobAuthority(job);
    if (!scope) return 'failed';
    const units = operationUnits(chunk.firstLine, chunk.lines);
    guesses ??= new Guesses(await loadResults(scope, job.id, { afterLine: 0, limit: line }));
    const results = await doUnits(scope, { job: job.id, guesses }, units);
    await saveResults(
      job.id,
      results.filter((result) => result.line > line),
    );
    line = chunk.firstLine + chunk.lines.length - 1;
  }
  const latest = scope && (await ownLatestPending(scope));
  if (latest !== undefined) await awaitSequenced(latest, SEQUENCED_WITHIN_MS);
  return 'succeeded';
}
