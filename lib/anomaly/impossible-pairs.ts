import type { DetectorMemory } from './detector.ts';
import { distanceKm } from './distance.ts';
import type { DetectorFacts } from './facts.ts';
import { packsLookedAt } from './packs-looked-at.ts';
import type { Sighting } from './sighting.ts';
import { countryOf } from './site.ts';
import { type Stop, stopOf, trackOf } from './track.ts';
import { isImpossible, type Leg } from './travel.ts';

/** Two stops of a pack, neighbours in time, between which nobody can have carried it. */
export interface ImpossiblePair {
  /** Those that took it together. */
  readonly packs: readonly [string, ...string[]];
  readonly before: Stop;
  readonly after: Stop;
  readonly leg: Leg;
}

/** The impossible ways that a sighting makes with the stops next to it in time; packs that were together before are one. */
export function impossiblePairs(
  sighting: Sighting,
  facts: DetectorFacts,
  memory: Pick<DetectorMemory, 'get'>,
): readonly ImpossiblePair[] {
  const here = stopOf(sighting);
  if (here?.location === undefined) return [];
  const packs =
    sighting.kind === 'event' ? handled(sighting.packs, packsLookedAt(sighting)) : [sighting.pack];
  const ways = new Map<string, ImpossiblePair>();
  for (const pack of packs) {
    const pair = pairOfPack(pack, here, trackOf(pack, facts, memory), facts);
    if (!pair) continue;
    const way = `${pair.before.ref} ${pair.after.ref}`;
    const known = ways.get(way);
    ways.set(way, known ? { ...known, packs: [...known.packs, pack] } : pair);
  }
  return [...ways.values()];
}

function pairOfPack(
  pack: string,
  here: Stop,
  track: readonly Stop[],
  facts: DetectorFacts,
): ImpossiblePair | undefined {
  const others = track.filter(
    ({ location, ref }) => location !== undefined && location !== here.location && ref !== here.ref,
  );
  const earlier = others.findLast(({ at }) => at <= here.at);
  const later = others.find(({ at }) => at > here.at);
  return (earlier && pairOf(pack, earlier, here, facts)) ?? (later && pairOf(pack, here, later, facts));
}

function handled(packs: readonly string[], lookedAt: readonly string[]): readonly string[] {
  const known = new Set(lookedAt);
  return packs.filter((pack) => known.has(pack));
}

function pairOf(pack: string, before: Stop, after: Stop, facts: DetectorFacts): ImpossiblePair | undefined {
  if (before.location === undefined || after.location === undefined) return undefined;
  const km = distanceKm(facts.place(before.location), facts.place(after.location));
  if (km === undefined) return undefined;
  const leg = {
    km,
    abroad: countryOf(before, facts) !== countryOf(after, facts),
    apartMs: after.at - before.at,
  };
  return isImpossible(leg) ? { packs: [pack], before, after, leg } : undefined;
}
