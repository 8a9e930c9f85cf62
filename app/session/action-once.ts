import { sha256 } from '#sha256';
import type { ActionAnswer } from '../../components/ui/problem-data.ts';
import { utf8Of } from '../../lib/kernel/bytes.ts';
import { canonicalJson, type Json } from '../../lib/kernel/canonical-json.ts';
import { err, ok } from '../../lib/kernel/result.ts';
import { answerOnce } from '../../lib/service/answer-once.ts';
import { refused, titleOf } from './action-problem.ts';
import type { Member } from './require-scope.ts';

/** What a page asks for, under an id that it keeps while it asks again. */
export interface PageRequest {
  readonly name: string;
  readonly id: string;
  /** Everything that makes two requests the same but their time. */
  readonly said: unknown;
}

/**
 * Carries out an action of a page once: where the answer was lost on its way and the page asks again, it is given again. A refusal is
 * not kept.
 */
export async function actionOnce<T>(
  scope: Member['scope'],
  { name, id, said }: PageRequest,
  act: () => Promise<ActionAnswer<T>>,
): Promise<ActionAnswer<T>> {
  // As JSON, so that a member that is absent and one that is undefined are the same.
  const all: Json = JSON.parse(JSON.stringify({ said, location: scope.location ?? null }));
  const keyed = { key: `page/${name} ${id}`, digest: sha256(utf8Of(canonicalJson(all))) };
  const given = await answerOnce(scope, keyed, async () => {
    const answer = await act();
    return answer.ok ? ok({ status: 200, body: answer.value as unknown as Json }) : err(answer.problem);
  });
  // What was kept is what was answered, as JSON.
  if (given.ok) return { ok: true, value: given.value.body as unknown as T };
  const { error } = given;
  return refused('title' in error ? error : { code: error.code, title: titleOf(error.code) });
}
