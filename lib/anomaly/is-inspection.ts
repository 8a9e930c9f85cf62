import type { DetectorFacts } from './facts.ts';
import type { Sighting } from './sighting.ts';

/** A regulator or an auditor looks at a pack that it came to see: that it is there is no news. */
export function isInspection(sighting: Sighting, facts: DetectorFacts): boolean {
  if (sighting.kind === 'event') return false;
  const role = facts.party(sighting.organisation)?.role;
  return role === 'regulator' || role === 'auditor';
}
