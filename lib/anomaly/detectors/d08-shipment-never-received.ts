import { movesNothing } from '../../custody/fold-pack.ts';
import { instantOf } from '../../kernel/instant.ts';
import { cameIn } from '../came-in.ts';
import {
  type Detected,
  type Detector,
  type DetectorMemory,
  type DetectorTimer,
  NOTHING,
} from '../detector.ts';
import { packsAwaited } from '../packs-awaited.ts';
import { PARAMETERS } from '../parameters.ts';
import { countShipmentTo, overdueFindings, overdueOf, receiverKey } from '../shipment-overdue.ts';
import type { EventSighting } from '../sighting.ts';
import { watchedSurfaced, watchKey } from '../watched-surfaced.ts';
import { withoutEffectOf } from '../without-effect.ts';

const ARRIVAL = packsAwaited('d08');
const { waitMs, gate } = PARAMETERS.d08;

/** Looks again when the shipment should have arrived. */
function timersOf({ claim, realm, event, packs }: EventSighting): readonly DetectorTimer[] {
  const isShipment = claim.act === 'ship' || claim.act === 'return-ship';
  if (!isShipment || claim.corrects !== undefined || claim.to === undefined || packs.length === 0) return [];
  const dueAt = instantOf(claim.recordedAt + waitMs);
  return dueAt.ok ? [{ detector: 'D08', realm, event, dueAt: dueAt.value }] : [];
}

/** The awaited packs of which something is recorded that could not be if they were still on their way. */
function arrivedIn(sighting: EventSighting, memory: DetectorMemory): readonly string[] {
  const without = withoutEffectOf(sighting);
  return sighting.packs.filter((pack) => !without.has(pack) && ARRIVAL.isAwaited(pack, memory));
}

/** A shipment that nobody receives (D08): an item for both ends, and a watch on its packs, which makes it a case where they come up. */
export const d08ShipmentNeverReceived: Detector = {
  id: 'D08',
  name: 'Shipment never received',
  source: 'detectors.md 2.2 D08',
  about: 'suspicion',
  keysOf(sighting) {
    if (sighting.kind === 'observation') return [watchKey(sighting.pack)];
    return sighting.packs.flatMap((pack) => [ARRIVAL.keyOf(pack), watchKey(pack)]);
  },
  linkedKeysOf: (sighting, memory) =>
    sighting.kind === 'event' ? ARRIVAL.linkedKeysOf(sighting.packs, memory) : [],
  see(sighting, facts, memory): Detected {
    const findings = watchedSurfaced(sighting, facts, memory);
    if (sighting.kind !== 'event') return { findings, withdrawals: [] };
    const timers = timersOf(sighting);
    const here = movesNothing(sighting.claim) ? [] : arrivedIn(sighting, memory);
    for (const pack of here) memory.set(watchKey(pack), undefined);
    const withdrawals = here.length > 0 ? cameIn(sighting, ARRIVAL, memory) : [];
    return { findings, withdrawals, timers };
  },
  keysOfDue(timer, facts) {
    const overdue = overdueOf(timer, facts);
    return overdue ? [...overdue.packs.map(ARRIVAL.keyOf), receiverKey(overdue.to)] : [];
  },
  due(timer, facts, memory) {
    const overdue = overdueOf(timer, facts);
    if (!overdue) return NOTHING;
    const share = countShipmentTo(overdue.to, overdue.packs.length === 0, memory);
    if (overdue.packs.length === 0) return NOTHING;
    const findings = overdueFindings(timer, overdue, { share, isPoor: share < gate }, facts);
    ARRIVAL.wait(findings, memory);
    const watch = { event: timer.event, from: overdue.claim.reporter, to: overdue.to };
    for (const pack of overdue.packs) memory.set(watchKey(pack), watch);
    return { findings, withdrawals: [] };
  },
};
