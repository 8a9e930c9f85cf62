import type { DetectorMemory } from './detector.ts';
import { type Ended, endedBeforeEvent } from './ended.ts';
import { endedAgain } from './ended-again.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { presentationOf, presentationsOf } from './presentation.ts';
import type { EventSighting, ObservationSighting } from './sighting.ts';
import { isSameHouse } from './site.ts';

/** The findings of an event about packs that had ended, one for all that had ended at one organisation. */
export function endedPresentations(
  sighting: EventSighting,
  facts: DetectorFacts,
  memory: DetectorMemory,
): readonly Finding[] {
  const ended = endedBeforeEvent(sighting, facts);
  const firstOrganisation = (pack: string) => ended.get(pack)?.deed?.site.party;
  return presentationsOf(sighting, [...ended.keys()], firstOrganisation).flatMap(([, shown]) => {
    const [first, ...more] = shown.packs.flatMap((pack) => ended.get(pack) ?? []);
    return first === undefined
      ? []
      : endedAgain(shown, [first, ...more] satisfies [Ended, ...Ended[]], facts, memory);
  });
}

/**
 * Is it in order that a pack which has ended is shown? To look at it is, for whom it was sent back to, and for the holder of the product,
 * who examines complaints; to lock it, report it stolen, destroy it or take its end back hands it to nobody.
 */
export function isInOrder(s: ObservationSighting, facts: DetectorFacts): boolean {
  const { deed } = presentationOf(s);
  if (deed !== 'verify')
    return deed !== 'supply' && deed !== 'export' && deed !== 'sample' && deed !== 'free-sample';
  if (facts.product(s.gtin)?.holder === s.organisation) return true;
  const record = facts.pack(s.pack);
  if (!record || record.place.kind === 'nowhere' || record.ended?.by === s.organisation) return false;
  const at = record.place.kind === 'held' ? record.place.party : record.place.to;
  return at !== undefined && at !== record.ended?.by && isSameHouse(at, s.organisation, facts);
}
