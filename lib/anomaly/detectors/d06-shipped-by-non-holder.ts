import { cameIn, inboundPartiesOf } from '../came-in.ts';
import { coverageKey } from '../coverage-kept.ts';
import { type Detector, NOTHING } from '../detector.ts';
import type { DetectorFacts } from '../facts.ts';
import { claimedKey, contradictedByHolder, rememberClaimed, showsPossession } from '../holder-contradicts.ts';
import { PARAMETERS } from '../parameters.ts';
import { restKey, restOn, takenBack } from '../rests-on.ts';
import { inboundAwaited, nonHolderFindings, shippedByNonHolder } from '../shipped-by-non-holder.ts';
import type { EventSighting } from '../sighting.ts';
import { withoutEffectOf } from '../without-effect.ts';

const awaitedOf = (sighting: EventSighting, facts: DetectorFacts) =>
  inboundPartiesOf(sighting).map((gln) => inboundAwaited(gln, facts));

/** A shipment by an organisation that never had the packs (D06). The missing receipt clears it; the holder's next step confirms it. */
export const d06ShippedByNonHolder: Detector = {
  id: 'D06',
  name: 'Shipped by who does not hold it',
  source: 'detectors.md 2.2 D06',
  about: 'suspicion',
  keysOf(sighting, facts) {
    if (sighting.kind !== 'event') return [];
    const { claim, packs, event } = sighting;
    if (claim.corrects !== undefined) return [restKey('d06', claim.corrects)];
    const inbound = awaitedOf(sighting, facts).flatMap(({ keyOf }) => packs.map(keyOf));
    const claimed = showsPossession(sighting) ? packs.map((pack) => claimedKey('D06', pack)) : [];
    if (claim.act !== 'ship' && claim.act !== 'return-ship') return [...inbound, ...claimed];
    const own = shippedByNonHolder(sighting, facts).flatMap(([, shown]) => shown.packs);
    return [
      ...[...inbound, ...claimed, coverageKey(claim.reporter), restKey('d06', event)],
      ...own.flatMap((pack) => [claimedKey('D06', pack), inboundAwaited(claim.reporter, facts).keyOf(pack)]),
    ];
  },
  linkedKeysOf(sighting, memory, facts) {
    if (sighting.kind !== 'event') return [];
    return awaitedOf(sighting, facts).flatMap((awaited) => awaited.linkedKeysOf(sighting.packs, memory));
  },
  see(sighting, facts, memory) {
    if (sighting.kind !== 'event') return NOTHING;
    const { claim, event } = sighting;
    if (claim.corrects !== undefined)
      return { findings: [], withdrawals: takenBack('d06', sighting, memory) };
    const withdrawals = awaitedOf(sighting, facts).flatMap((awaited) => cameIn(sighting, awaited, memory));
    const confirmed = showsPossession(sighting) ? contradictedByHolder('D06', sighting, facts, memory) : [];
    if (claim.act !== 'ship' && claim.act !== 'return-ship') return { findings: confirmed, withdrawals };
    const groups = withoutEffectOf(sighting).size > 0 ? shippedByNonHolder(sighting, facts) : [];
    const findings = groups.flatMap((group) => {
      const found = nonHolderFindings(group, facts, memory);
      rememberClaimed('D06', group[1], group[0], memory);
      inboundAwaited(claim.reporter, facts).wait(found, memory);
      restOn(restKey('d06', event), found, memory, claim.recordedAt + PARAMETERS.d06.settleMs);
      return found;
    });
    return { findings: [...confirmed, ...findings], withdrawals };
  },
};
