import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import type { DetectorMemory } from './detector.ts';
import type { DetectorFacts } from './facts.ts';
import { rememberedBy } from './remembered.ts';
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

/** A supply by somebody who did not hold the pack: the holder's own supply, which the rules find in order, is the second. */
export const foreignKey = (uri: string): string => `d03/foreign/${uri}`;

/** How the pack of an observation had ended; `undefined` where the counter did not say so. */
export function endedBeforeObservation(s: ObservationSighting, facts: DetectorFacts): Ended | undefined {
  const said = s.reasons.find(({ code }) => ENDED.has(code));
  if (!said) return undefined;
  const ended = facts.pack(s.pack)?.ended;
  if (ended) return endedBy(ended, s.organisation, facts);
  const own = said.code === 'pack/already-supplied' ? said.params.where !== 'elsewhere' : 'event' in said;
  return { sameHouse: own, deed: undefined };
}

/** How the packs of an event had ended, by pack. */
export function endedBeforeEvent(
  sighting: EventSighting,
  facts: DetectorFacts,
  memory: Pick<DetectorMemory, 'get'>,
): ReadonlyMap<string, Ended> {
  const without = withoutEffectOf(sighting);
  const { reporter } = sighting.claim;
  const found = new Map<string, Ended>();
  for (const pack of sighting.packs) {
    const against = without.get(pack);
    const asked = against?.some(({ code }) => ENDED_BEFORE_EVENT.has(code));
    const deed = against ? asked && facts.pack(pack)?.ended : foreignSupplyOf(pack, memory);
    if (deed && deed.event !== sighting.event) found.set(pack, endedBy(deed, reporter, facts));
  }
  return found;
}

interface EndingDeed {
  readonly event: EventRef;
  readonly by: Gln;
  readonly location: Gln | undefined;
  readonly at: Instant;
}

const endedBy = ({ event, at, by, location }: EndingDeed, again: Gln, facts: DetectorFacts): Ended => ({
  sameHouse: isSameHouse(again, by, facts),
  deed: { event, at, site: { party: by, location } },
});

/** What {@link rememberForeignSupplies} remembers of a pack. */
export function foreignSupplyOf(pack: string, memory: Pick<DetectorMemory, 'get'>): EndingDeed | undefined {
  const kept = rememberedBy(memory.get(foreignKey(pack)));
  const [event, by] = [kept.get('event'), kept.get('by')];
  if (event === undefined || by === undefined) return undefined;
  const location = kept.get('location') as Gln | undefined;
  return { event, by: by as Gln, location, at: Number(kept.get('at')) as Instant };
}

/** Keeps the first supply of each pack by somebody who did not hold it, until it is declared an error. */
export function rememberForeignSupplies(sighting: EventSighting, memory: DetectorMemory): void {
  const { corrects, reporter: by, location, claimedAt: at } = sighting.claim;
  if (corrects !== undefined) {
    for (const pack of sighting.packs)
      if (foreignSupplyOf(pack, memory)?.event === corrects) memory.set(foreignKey(pack), undefined);
    return;
  }
  for (const [pack, reasons] of withoutEffectOf(sighting)) {
    const foreign = reasons.some(({ code }) => code === 'pack/supplied-by-non-holder');
    if (!foreign || foreignSupplyOf(pack, memory)) continue;
    memory.set(foreignKey(pack), { event: sighting.event, by, at, ...(location && { location }) });
  }
}
