import type { Gln } from '../gs1/gln.ts';
import { deedText } from './deed-text.ts';
import type { DetectorMemory } from './detector.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding, FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import { packsLookedAt } from './packs-looked-at.ts';
import { type Presentation, presentationsOf } from './presentation.ts';
import { rememberedBy, rememberedGln } from './remembered.ts';
import type { Sighting } from './sighting.ts';
import { isSameHouse } from './site.ts';

/** A pack of a shipment that never arrived. */
export const watchKey = (pack: string): string => `d08/watch/${pack}`;

/** The packs of a sighting that are watched and have come up elsewhere than at either end of their shipment. */
export function watchedSurfaced(
  sighting: Sighting,
  facts: DetectorFacts,
  memory: DetectorMemory,
): readonly Finding[] {
  const party = sighting.kind === 'event' ? sighting.claim.reporter : sighting.organisation;
  const packs = sighting.kind === 'event' ? sighting.packs : [sighting.pack];
  const groups = presentationsOf(sighting, packs, (pack) => {
    const watch = rememberedBy(memory.get(watchKey(pack)));
    const ends = [rememberedGln(watch, 'from'), rememberedGln(watch, 'to')];
    const isElsewhere = ends.every((end) => end !== undefined && !isSameHouse(end, party, facts));
    return isElsewhere && !cameFrom(ends[1], pack, sighting, facts) ? watch.get('event') : undefined;
  });
  return groups.flatMap(([event, shown]) => {
    const watch = rememberedBy(memory.get(watchKey(shown.packs[0])));
    const from = rememberedGln(watch, 'from');
    return from === undefined ? [] : surfacedFindings(event, shown, from, facts);
  });
}

/** Does a receipt name the missing receiver as the one it came from? Then that one passed it on without recording anything. */
function cameFrom(
  receiver: Gln | undefined,
  pack: string,
  sighting: Sighting,
  facts: DetectorFacts,
): boolean {
  const own = sighting.kind === 'event' ? sighting.claim : undefined;
  const party = own?.reporter ?? (sighting.kind === 'observation' ? sighting.organisation : undefined);
  const said = [...(packsLookedAt(sighting).includes(pack) ? (facts.pack(pack)?.history ?? []) : []), own];
  return said.some(
    (claim) =>
      claim?.act === 'receive' &&
      claim.from !== undefined &&
      receiver !== undefined &&
      party !== undefined &&
      isSameHouse(claim.from, receiver, facts) &&
      isSameHouse(claim.reporter, party, facts),
  );
}

const surfacedFindings = (
  event: string,
  shown: Presentation,
  from: Gln,
  facts: DetectorFacts,
): readonly Finding[] =>
  findingsOf(
    {
      ...{ detector: 'D08', about: 'suspicion', realm: shown.realm, raisedAt: shown.at, settleMs: 0 },
      ...{ kind: 'case', severity: 4, packs: shown.packs, lots: [] },
      subject: event,
      evidence: [shown.site.party, shown.event ?? shown.packs[0]],
      sites: [{ party: from, location: undefined }, shown.site],
      events: [event, ...(shown.event === undefined ? [] : [shown.event])],
      tell: textOf(shown, from),
    },
    facts,
  );

const textOf =
  (shown: Presentation, from: Gln) =>
  (names: Names): FindingText => {
    const where = names.site(shown.site);
    const sender = names.site({ party: from, location: undefined });
    return {
      title: `Packs of a shipment that never arrived surfaced at ${where}`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}. ${sender} had shipped it to somebody else, who never recorded its receipt.`,
      expected: 'What is shipped comes up at its receiver.',
      innocent: [
        {
          cause: 'The receiver passed it on without recording anything',
          tested: 'Ask it: neither a receipt nor a shipment is on record.',
        },
        { cause: 'The sender delivered to somebody else', tested: 'It has not taken the shipment back.' },
      ],
      clears: 'The missing receipt and shipment are recorded.',
      action: `Ask ${where} from whom it had the packs, and ${sender} whether the consignment was stolen.`,
    };
  };
