import type { Act } from '../custody/claim.ts';
import type { Detected, DetectorMemory } from './detector.ts';
import type { DetectorFacts } from './facts.ts';
import { presentationsOf } from './presentation.ts';
import type { EventSighting } from './sighting.ts';
import { unknownPacks } from './unknown-identity.ts';
import { COMMISSIONING_AWAITED } from './unknown-waiting.ts';

/** Steps that only a pack in hand can take. */
const IN_HAND: ReadonlySet<Act> = new Set([
  'supply',
  'ship',
  'return-ship',
  'receive',
  'destroy',
  'export',
  'sample',
  'free-sample',
]);

/** An event names serials that nobody commissioned: one finding for all of them, until the last is commissioned. */
export function unknownInEvent(
  sighting: EventSighting,
  packs: readonly string[],
  facts: DetectorFacts,
  memory: DetectorMemory,
): Detected {
  const named = IN_HAND.has(sighting.claim.act) ? packs : [];
  const findings = presentationsOf(sighting, named, () => 'all').flatMap(([, shown]) =>
    unknownPacks(sighting, shown, facts),
  );
  COMMISSIONING_AWAITED.wait(findings, memory);
  return { findings, withdrawals: [] };
}
