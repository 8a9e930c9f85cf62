import { isExpired } from '../is-expired.ts';
import type { AnswerKind, CounterAnswer } from './counter-answer.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { CounterReason } from './counter-reason.ts';
import type { CounterRequest } from './counter-request.ts';
import type { CounterRow, RowMatch } from './counter-row.ts';
import { counterStates } from './counter-states.ts';
import { COUNTER_ROWS } from './rows/index.ts';

interface Matched {
  readonly row: CounterRow;
  readonly match: RowMatch;
}

/**
 * The counter's judgement of a verification or a supply (custody.md 3): of the rows that match the lowest decides, and
 * every reason that matches is told, the deciding one first. Pure and total. Where batch and expiry do not match, the
 * answer holds nothing but what the request itself says (custody.md 6).
 */
export function judgeAtCounter(
  request: CounterRequest<'verify' | 'supply'>,
  facts: CounterFacts,
): CounterAnswer {
  const matched = COUNTER_ROWS.flatMap((row): Matched[] => {
    const match = row.judge(request, facts);
    return match ? [{ row, match }] : [];
  });
  const deciding = matched.at(-1);
  // A pack with a status has a place that one of the first four rows covers, and one without is unknown.
  if (deciding === undefined) throw new Error('no row of the counter matches');
  return answerFrom(request, facts, deciding, matched);
}

function answerFrom(
  request: CounterRequest<'verify' | 'supply'>,
  facts: CounterFacts,
  { row, match }: Matched,
  matched: readonly Matched[],
): CounterAnswer {
  const discloses = row.withholds !== true;
  const recorded = request.kind === 'verify' ? 'observation' : match.recorded;
  const happens = recorded !== 'observation';
  const told = discloses ? reasonsBeside(match, matched) : printedReasons(request, facts);
  // A verification that ends well leaves nothing to be looked into; the supply that follows it may.
  const finding = match.finding !== undefined && (happens || match.verdict !== 'supply');
  return {
    verdict: match.verdict,
    answerKind: answerKindOf(request, match),
    rule: row.id,
    reasons: [...match.reasons, ...told],
    states: discloses ? counterStates(request, facts, happens ? 'supplied' : undefined) : undefined,
    recorded,
    severity: match.severity,
    finding,
    provisional: finding && match.finding === 'provisional',
    dataQuality: happens && matched.some((other) => other.match.dataQuality === true),
    discloses,
  };
}

/** The other reasons, worst first. That a pack is where it should be is no reason beside a worse one. */
const reasonsBeside = (deciding: RowMatch, matched: readonly Matched[]): readonly CounterReason[] =>
  matched
    .toReversed()
    .filter(({ match }) => match !== deciding && match.severity > 0)
    .flatMap(({ match }) => match.reasons);

/** What the print alone says: it tells nothing that the asker did not send. */
function printedReasons(request: CounterRequest, facts: CounterFacts): readonly CounterReason[] {
  const expiry = request.expiry?.date;
  return expiry && isExpired(expiry, request.at, facts.siteTimeZone)
    ? [{ code: 'batch/expired', params: { expiry } }]
    : [];
}

const WITHHELD_KINDS: Partial<Record<CounterReason['code'], AnswerKind>> = {
  'product/unknown': 'unknown-product',
  'batch/unknown': 'unknown-batch',
  'pack/unknown': 'unknown-pack',
  'pack/batch-mismatch': 'batch-mismatch',
  'pack/expiry-mismatch': 'expiry-mismatch',
  'pack/already-done-here': 'already-done-here',
};

function answerKindOf(request: CounterRequest, match: RowMatch): AnswerKind {
  const fixed = WITHHELD_KINDS[match.reasons[0].code];
  if (fixed !== undefined) return fixed;
  return request.kind === 'verify' || match.verdict === 'supply' ? 'known' : 'refused-state';
}
