import type { CounterAnswer } from '../custody/counter/counter-answer.ts';
import { judgeAtCounter } from '../custody/counter/judge-at-counter.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { loadCounterFacts } from '../store/load-counter-facts.ts';
import { operationIdOf } from './operation-id.ts';
import { type PackAnswerBody, packAnswer } from './pack-answer.ts';
import type { PackRequest } from './pack-request.ts';
import { saveAttempt } from './save-attempt.ts';

/** A judgement, and the answer it is told as. */
export interface Judged {
  readonly judgement: CounterAnswer;
  readonly body: PackAnswerBody;
}

/** What is known of a pack and what to do with it. The verification is kept as an observation before it is answered. */
export async function verifyPack(scope: OrgScope, request: PackRequest): Promise<Judged> {
  const { facts, head, headShown } = await loadCounterFacts(scope, request);
  const judgement = judgeAtCounter({ ...request, ...askerOf(scope), kind: 'verify' }, facts);
  const operation = operationIdOf(scope, request, 'verify');
  await saveAttempt(scope, { id: operation, name: 'verify' }, request, judgement);
  const body = packAnswer(judgement, {
    operation,
    request,
    product: facts.product,
    pack: facts.pack,
    ledger: head,
    leads: headShown,
  });
  return { judgement, body };
}

/** Who asks, as the counter's rows look at it. */
export const askerOf = ({ organisation, location }: OrgScope) => ({ party: organisation, location });
