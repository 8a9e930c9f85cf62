import type { Breach } from '../custody/breach.ts';
import type { EventSighting } from './sighting.ts';

/**
 * The packs of an event that it had no effect on when it was recorded, with the reasons. Taken from what the rules found then, for
 * later events may change an effect, and a replay must see what was seen live.
 */
export function withoutEffectOf({ breaches }: EventSighting): ReadonlyMap<string, readonly Breach[]> {
  const reasons = new Map<string, Breach[]>();
  for (const breach of breaches) {
    if (breach.effect !== 'without-effect' || breach.item === undefined) continue;
    const of = reasons.get(breach.item);
    if (of) of.push(breach);
    else reasons.set(breach.item, [breach]);
  }
  return reasons;
}
