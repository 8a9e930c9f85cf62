import { cameIn, inboundPartiesOf } from '../came-in.ts';
import { coverageKey } from '../coverage-kept.ts';
import { type Detector, NOTHING } from '../detector.ts';
import type { DetectorFacts } from '../facts.ts';
import { claimedKey, contradictedByHolder, rememberClaimed, showsPossession } from '../holder-contradicts.ts';
import { PARAMETERS } from '../parameters.ts';
import { receivedWithoutShipment, shipmentAwaited, unshippedFindings } from '../received-without-shipment.ts';
import { restKey, restOn, takenBack } from '../rests-on.ts';
import type { EventSighting } from '../sighting.ts';

/** What was missing is a shipment: another receipt explains nothing. */
const awaitedOf = (sighting: EventSighting, facts: DetectorFacts) =>
  (sighting.claim.act === 'receive' ? [] : inboundPartiesOf(sighting)).map((gln) =>
    shipmentAwaited(gln, facts),
  );

/** A receipt that no shipment announces (D07). The late shipment clears it; that the holder hands the packs on confirms it. */
export const d07ReceiptWithoutShipment: Detector = {
  id: 'D07',
  name: 'Receipt without shipment',
  source: 'detectors.md 2.2 D07',
  about: 'suspicion',
  keysOf(sighting, facts) {
    if (sighting.kind !== 'event') return [];
    const { claim, packs, event } = sighting;
    if (claim.corrects !== undefined) return [restKey('d07', claim.corrects)];
    const inbound = awaitedOf(sighting, facts).flatMap(({ keyOf }) => packs.map(keyOf));
    const claimed = showsPossession(sighting) ? packs.map((pack) => claimedKey('D07', pack)) : [];
    if (claim.act !== 'receive') return [...inbound, ...claimed];
    const groups = receivedWithoutShipment(sighting, facts);
    const own = groups.flatMap(([, shown]) => shown.packs);
    const { keyOf } = shipmentAwaited(claim.reporter, facts);
    const measured = groups.map(([holder]) => coverageKey(holder));
    return [
      ...measured,
      restKey('d07', event),
      ...own.flatMap((pack) => [claimedKey('D07', pack), keyOf(pack)]),
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
      return { findings: [], withdrawals: takenBack('d07', sighting, memory) };
    const withdrawals = awaitedOf(sighting, facts).flatMap((awaited) => cameIn(sighting, awaited, memory));
    const confirmed = showsPossession(sighting) ? contradictedByHolder('D07', sighting, facts, memory) : [];
    const groups = claim.act === 'receive' ? receivedWithoutShipment(sighting, facts) : [];
    const findings = groups.flatMap((group) => {
      const found = unshippedFindings(sighting, group, facts, memory);
      rememberClaimed('D07', group[1], group[0], memory);
      shipmentAwaited(claim.reporter, facts).wait(found, memory);
      restOn(restKey('d07', event), found, memory, claim.recordedAt + PARAMETERS.d07.settleMs);
      return found;
    });
    return { findings: [...confirmed, ...findings], withdrawals };
  },
};
