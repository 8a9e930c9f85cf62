import type { AnswerKind } from '../custody/counter/counter-answer.ts';
import type { GivenAnswer } from '../service/given-answer.ts';
import type { Judged } from '../service/verify-pack.ts';
import type { ApiCode } from './api-error.ts';
import { problemAnswer } from './problem.ts';

/** Answers that travel inside a problem document: what was read is not known, or what is known stands against it. */
const PROBLEMS: ReadonlySet<AnswerKind> = new Set([
  'unknown-product',
  'unknown-batch',
  'unknown-pack',
  'batch-mismatch',
  'expiry-mismatch',
  'refused-state',
]);

/** The counter's answer with the status of interfaces.md: 200, or inside a problem document with 404 or 409. */
export function judgedAnswer({ judgement, body }: Judged): GivenAnswer {
  if (!PROBLEMS.has(judgement.answerKind)) return { status: 200, body };
  const code: ApiCode = judgement.reasons[0].code;
  return problemAnswer({ code, members: body });
}
