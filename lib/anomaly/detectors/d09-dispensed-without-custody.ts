import { cameIn, inboundPartiesOf } from '../came-in.ts';
import { coverageKey } from '../coverage-kept.ts';
import { type Detector, NOTHING } from '../detector.ts';
import type { DetectorFacts } from '../facts.ts';
import type { Sighting } from '../sighting.ts';
import { custodyFindings, deliveryAwaited, suppliedWithoutCustody } from '../supplied-without-custody.ts';

const awaitedOf = (sighting: Sighting, facts: DetectorFacts) =>
  (sighting.kind === 'event' ? inboundPartiesOf(sighting) : []).map((gln) => deliveryAwaited(gln, facts));

const partyOf = (sighting: Sighting) =>
  sighting.kind === 'event' ? sighting.claim.reporter : sighting.organisation;

/** A pack is supplied, or shown for it, where no record brought it (D09). Asked only of counters whose books are otherwise complete. */
export const d09DispensedWithoutCustody: Detector = {
  id: 'D09',
  name: 'Supplied without delivery',
  source: 'detectors.md 2.2 D09',
  about: 'suspicion',
  keysOf(sighting, facts) {
    const inbound =
      sighting.kind === 'event'
        ? awaitedOf(sighting, facts).flatMap(({ keyOf }) => sighting.packs.map(keyOf))
        : [];
    const own = suppliedWithoutCustody(sighting, facts).flatMap(([, shown]) => shown.packs);
    if (own.length === 0) return inbound;
    const party = partyOf(sighting);
    return [...inbound, coverageKey(party), ...own.map(deliveryAwaited(party, facts).keyOf)];
  },
  linkedKeysOf(sighting, memory, facts) {
    if (sighting.kind !== 'event') return [];
    return awaitedOf(sighting, facts).flatMap((awaited) => awaited.linkedKeysOf(sighting.packs, memory));
  },
  see(sighting, facts, memory) {
    const findings = suppliedWithoutCustody(sighting, facts).flatMap((group) => {
      const found = custodyFindings(group, facts, memory);
      deliveryAwaited(partyOf(sighting), facts).wait(found, memory);
      return found;
    });
    if (sighting.kind !== 'event') return findings.length === 0 ? NOTHING : { findings, withdrawals: [] };
    const withdrawals = awaitedOf(sighting, facts).flatMap((awaited) => cameIn(sighting, awaited, memory));
    return { findings, withdrawals };
  },
};
