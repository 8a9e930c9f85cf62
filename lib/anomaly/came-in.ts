import type { Gln } from '../gs1/gln.ts';
import type { DetectorMemory } from './detector.ts';
import type { Withdrawal } from './finding.ts';
import type { PacksAwaited } from './packs-awaited.ts';
import type { EventSighting } from './sighting.ts';
import { withoutEffectOf } from './without-effect.ts';

/** To whom an event brings its packs: the receiver, and the one that a shipment names. */
export function inboundPartiesOf({ claim }: EventSighting): readonly Gln[] {
  if (claim.corrects !== undefined) return [];
  if (claim.act === 'receive') return [claim.reporter];
  const isShipment = claim.act === 'ship' || claim.act === 'return-ship';
  return isShipment && claim.to !== undefined ? [claim.to] : [];
}

/** What was missing has come: an event that had an effect, or only came too late for one. */
export function cameIn(
  sighting: EventSighting,
  awaited: PacksAwaited,
  memory: DetectorMemory,
): readonly Withdrawal[] {
  const without = withoutEffectOf(sighting);
  const isTrue = (pack: string) => without.get(pack)?.every(({ code }) => code === 'event/late') ?? true;
  const cleared = awaited.came(sighting.packs.filter(isTrue), memory);
  const { event: clearedBy, claim } = sighting;
  return cleared.map((finding) => ({ finding, at: claim.recordedAt, clearedBy }));
}
