import { randomBytes } from 'node:crypto';
import type { CounterAnswer } from '../custody/counter/counter-answer.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { commitObservation } from '../evidence/observation-commitment.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { instantText } from '../kernel/instant.ts';
import { type Observation, saveObservation } from '../store/save-observation.ts';
import type { PackRequest } from './pack-request.ts';

const SALT_BYTES = 32;

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
  const salt = randomBytes(SALT_BYTES);
  const commitment = commitObservation(salt, committedValue(scope, observation));
  await saveObservation(scope, observation, { salt, commitment });
}

/** What the commitment opens to; members in any order, for it is canonical JSON that is hashed. */
const committedValue = (scope: OrgScope, observation: Observation): Json => ({
  ...observation,
  at: instantText(observation.at),
  device: observation.device ?? null,
  lot: observation.lot ?? null,
  expiry: observation.expiry ?? null,
  organisation: scope.organisation,
  location: scope.location ?? null,
});
