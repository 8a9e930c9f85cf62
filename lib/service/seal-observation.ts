import { randomBytes } from 'node:crypto';
import type { OrgScope } from '../custody/org-scope.ts';
import { commitObservation } from '../evidence/observation-commitment.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { instantText } from '../kernel/instant.ts';
import type { Observation, ObservationSeal } from '../store/save-observation.ts';

const SALT_BYTES = 32;

/** A fresh salt, and the commitment that opens to the observation with its organisation and place. */
export function sealObservation(scope: OrgScope, observation: Observation): ObservationSeal {
  const salt = randomBytes(SALT_BYTES);
  return { salt, commitment: commitObservation(salt, committedValue(scope, observation)) };
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
