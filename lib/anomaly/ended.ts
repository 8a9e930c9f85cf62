import type { Deed, EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import type { DetectorFacts } from './facts.ts';
import type { EventSighting, ObservationSighting } from './sighting.ts';
import { isSameHouse, type Site } from './site.ts';
import { withoutEffectOf } from './without-effect.ts';

/** What a pack had come to before it was shown again. */
export interface Ended {
  /** By the organisation that shows it again, or a branch of its owner. */
  readonly sameHouse: boolean;
  /** Absent where the log, as far as it was read, shows it no more: the answer at the counter still said so. */
  readonly deed: { readonly event: EventRef; readonly at: Instant; readonly site: Site } | undefined;
}

/** What the counter and the rules say of a pack that has left circulation. Theft is a detector of its own. */
const ENDED: ReadonlySet<string> = new Set([
  'pack/already-supplied',
  'pack/destroyed',
  'pack/exported',
  'pack/sample',
  'pack/free-sample',
]);

/** Of an event also these: a supply dated before the first, and a second one by somebody who did not hold the pack. */
const ENDED_BEFORE_EVENT: ReadonlySet<string> = new Set([
  ...ENDED,
  'event/late',
  'pack/supplied-by-non-holder',
]);

/** How the pack of an observation had ended; `undefined` where the counter did not say so. */
export function endedBeforeObservation(s: ObservationSighting, facts: DetectorFacts): Ended | undefined {
  const said = s.reasons.find(({ code }) => ENDED.has(code));
  if (!said) return undefined;
  const ended = facts.pack(s.pack)?.ended;
  if (ended) return endedBy(ended, s.organisation, facts);
  const own = said.code === 'pack/already-supplied' ? said.params.where !== 'elsewhere' : 'event' in said;
  return { sameHouse: own, deed: undefined };
}

/**
 * How the packs of an event had ended, by pack. What the rules find in order may be the second of two supplies all the same: that of the
 * holder, after somebody supplied a pack of this serial without holding it.
 */
export function endedBeforeEvent(sighting: EventSighting, facts: DetectorFacts): ReadonlyMap<string, Ended> {
  const without = withoutEffectOf(sighting);
  const found = new Map<string, Ended>();
  for (const pack of sighting.packs) {
    const isAgain = without.get(pack)?.some(({ code }) => ENDED_BEFORE_EVENT.has(code)) ?? true;
    const ended = isAgain ? facts.pack(pack)?.ended : undefined;
    if (ended) found.set(pack, endedBy(ended, sighting.claim.reporter, facts));
  }
  return found;
}

/** How the packs of a movement had ended, by pack: those that the rules found to be gone. */
export function endedBefore(sighting: EventSighting, facts: DetectorFacts): ReadonlyMap<string, Ended> {
  const found = new Map<string, Ended>();
  for (const [pack, breaches] of withoutEffectOf(sighting)) {
    const ended = breaches.some(({ code }) => ENDED.has(code)) ? facts.pack(pack)?.ended : undefined;
    if (ended) found.set(pack, endedBy(ended, sighting.claim.reporter, facts));
  }
  return found;
}

const endedBy = ({ event, at, by, location }: Deed, again: Gln, facts: DetectorFacts): Ended => ({
  sameHouse: isSameHouse(again, by, facts),
  deed: { event, at, site: { party: by, location } },
});
