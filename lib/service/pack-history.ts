import { judgeAtCounter } from '../custody/counter/judge-at-counter.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { JsonObject } from '../epcis/epcis-event.ts';
import { writeEvent } from '../epcis/write-event.ts';
import { sgtinUri } from '../gs1/digital-link.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { instantText } from '../kernel/instant.ts';
import { loadCounterFacts } from '../store/load-counter-facts.ts';
import { loadPack, type PackStep } from '../store/load-pack.ts';
import { logAccess } from '../store/memberships.ts';
import { operationIdOf } from './operation-id.ts';
import { packAnswer } from './pack-answer.ts';
import type { PackRequest } from './pack-request.ts';
import { saveAttempt } from './save-attempt.ts';
import { askerOf, type Judged } from './verify-pack.ts';

/**
 * The path of a pack as far as the scope sees it (custody.md 6), beside what a verification answers: `events` in the order of recording,
 * each whole or as an outline. Where batch and expiry do not match there are none, as there is nothing else. Kept as an observation
 * before it is answered; what a regulator opens is logged with its `reason`.
 */
export async function packHistory(
  scope: OrgScope,
  request: PackRequest,
  reason: string | undefined,
): Promise<Judged> {
  const { facts, head, headShown } = await loadCounterFacts(scope, request);
  const judgement = judgeAtCounter({ ...request, ...askerOf(scope), kind: 'verify' }, facts);
  const operation = operationIdOf(scope, request, 'history');
  await saveAttempt(scope, { id: operation, name: 'history' }, request, judgement);
  const { product, pack } = facts;
  const answer = packAnswer(judgement, { operation, request, product, pack, ledger: head, leads: headShown });
  if (!judgement.discloses) return { judgement, body: answer };
  const uri = sgtinUri(request.gtin, request.serial);
  if (scope.organisationRole === 'regulator')
    await logAccess(scope, { what: 'pack/opened', subject: uri, reason });
  const seen = await loadPack(scope, { gtin: request.gtin, serial: request.serial, uri }, request.at);
  return { judgement, body: { ...answer, events: (seen?.steps ?? []).map(stepJson) } };
}

function stepJson(step: PackStep): Json {
  if (step.show === 'outline') {
    const { kind, at, country } = step.outline;
    return { show: 'outline', act: kind, eventTime: instantText(at), country: country ?? null };
  }
  const { event, effect } = step;
  const { document, context, recordTime, ledger } = event;
  const whole: JsonObject = writeEvent({ document, context, recordTime, eventID: event.eventId });
  return {
    show: 'whole',
    act: event.claim.act,
    reporter: event.reporter,
    effect,
    event: whole,
    ledger: {
      status: ledger.status,
      index: ledger.status === 'recorded' ? null : String(ledger.seq),
      receipt: `/log/receipt/${event.id}`,
    },
  };
}
