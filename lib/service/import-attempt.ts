import type { CounterAnswer } from '../custody/counter/counter-answer.ts';
import { judgeAtCounter } from '../custody/counter/judge-at-counter.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { loadCounterFacts } from '../store/load-counter-facts.ts';
import { operationIdOf } from './operation-id.ts';
import { type ImportPermit, originalRecordTime } from './original-record-time.ts';
import type { PackRequest } from './pack-request.ts';
import { saveAttempt } from './save-attempt.ts';
import { askerOf } from './verify-pack.ts';

/** A verification of the past, or an attempt to supply that came to nothing. `request.at` is when it was made. */
export interface ImportedAttempt {
  readonly wanted: 'verify' | 'supply';
  readonly request: PackRequest;
}

/**
 * Keeps an observation of a history import, judged by what has been recorded so far: import in the order of the past. Throws where
 * an attempt to supply would have been recorded: then it is no observation but an event. The same `requestKey` is kept once.
 */
export async function importAttempt(
  permit: ImportPermit,
  scope: OrgScope,
  { wanted, request }: ImportedAttempt,
  now: Instant,
): Promise<CounterAnswer> {
  const asked: PackRequest = { ...request, at: originalRecordTime(permit, request.at, now) };
  const { facts } = await loadCounterFacts(scope, asked);
  const judgement = judgeAtCounter({ ...asked, ...askerOf(scope), kind: wanted }, facts);
  if (judgement.recorded !== 'observation')
    throw new Error('a supply that is not refused is imported as an event');
  const name = wanted === 'verify' ? 'verify' : 'supplied';
  await saveAttempt(scope, { id: operationIdOf(scope, asked, name), name }, asked, judgement);
  return judgement;
}
