import type { OrgScope } from '../custody/org-scope.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type KeyedRequest, keepAnswer, loadKeptAnswer } from '../store/idempotency.ts';
import type { ReplayError } from './answer-once.ts';
import { type JobOrder, startJob } from './start-job.ts';

/** The same key was used by somebody else in this moment. */
class KeyTaken extends Error {
  override readonly name = 'KeyTaken';
}

/**
 * Starts a job, or gives the one that the same request started before. `order` is asked only where it is to be started. Without a key
 * every request starts one. Gives the job's id.
 */
export async function startJobOnce<E = never>(
  scope: OrgScope,
  keyed: KeyedRequest | undefined,
  order: () => Promise<Result<JobOrder, E>>,
): Promise<Result<string, E | ReplayError>> {
  const known = await keptJob(scope, keyed);
  if (known) return known;
  const wanted = await order();
  if (!wanted.ok) return wanted;
  if (!keyed) return ok(await startJob(scope, wanted.value));
  try {
    const id = await startJob(scope, wanted.value, async (tx, job) => {
      if (!(await keepAnswer(scope, keyed, { status: 202, body: { job } }, tx))) throw new KeyTaken();
    });
    return ok(id);
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error;
    return (await keptJob(scope, keyed)) ?? err({ code: 'request/replayed-differently' });
  }
}

async function keptJob(
  scope: OrgScope,
  keyed: KeyedRequest | undefined,
): Promise<Result<string, ReplayError> | undefined> {
  if (!keyed) return undefined;
  const kept = await loadKeptAnswer(scope, keyed);
  if (!kept.ok) return err({ code: 'request/replayed-differently' });
  const body = kept.value?.body as { readonly job: string } | undefined;
  return body && ok(body.job);
}
