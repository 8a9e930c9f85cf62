import type { OrgScope } from '../custody/org-scope.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type KeyedRequest, keepAnswer, loadKeptAnswer } from '../store/idempotency.ts';
import type { GivenAnswer } from './given-answer.ts';

/** The `Idempotency-Key` was used for another request. */
export interface ReplayError {
  readonly code: 'request/replayed-differently';
}

/**
 * Gives the answer that was given under the same `Idempotency-Key` before, or makes and keeps one. `give` must be such that a second
 * run under the same key changes nothing: of two at once both may run, and the answer kept first is the answer of both. An error
 * is not kept.
 */
export async function answerOnce<E>(
  scope: OrgScope,
  request: KeyedRequest | undefined,
  give: () => Promise<Result<GivenAnswer, E>>,
): Promise<Result<GivenAnswer, E | ReplayError>> {
  if (!request) return give();
  const before = await loadKeptAnswer(scope, request);
  if (!before.ok) return err({ code: 'request/replayed-differently' });
  if (before.value) return ok(before.value);

  const given = await give();
  if (!given.ok || (await keepAnswer(scope, request, given.value))) return given;
  const kept = await loadKeptAnswer(scope, request);
  return kept.ok ? ok(kept.value ?? given.value) : err({ code: 'request/replayed-differently' });
}
