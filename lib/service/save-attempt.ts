import type { CounterAnswer } from '../custody/counter/counter-answer.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { type Observation, saveObservation } from '../store/save-observation.ts';
import type { PackRequest } from './pack-request.ts';
import { sealObservation } from './seal-observation.ts';

/**
 * Keeps a verification or a refused attempt before it is answered (custody.md 3): durable, and committed to by the log with
 * its place, device, mode, what was read, and the verdict given.
 */
export async function saveAttempt(
  scope: OrgScope,
  operation: { readonly id: string; readonly name: string },
  request: PackRequest,
  answer: CounterAnswer,
): Promise<void> {
  const observation: Observation = {
    id: operation.id,
    at: request.at,
    device: request.device,
    entryMode: request.entryMode,
    operation: operation.name,
    gtin: request.gtin,
    serial: request.serial,
    lot: request.lot,
    expiry: request.expiry?.printed,
    verdict: answer.verdict,
    code: answer.reasons[0].code,
    severity: answer.severity,
    reasons: answer.reasons as unknown as Json,
  };
  await saveObservation(scope, observation, sealObservation(scope, observation));
}
