import type { Gln } from '../gs1/gln.ts';
import { deedText } from './deed-text.ts';
import type { DetectorMemory } from './detector.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding, FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import { type Presentation, presentationsOf } from './presentation.ts';
import { rememberedBy, rememberedGln } from './remembered.ts';
import type { EventSighting } from './sighting.ts';
import { isSameHouse } from './site.ts';
import { withoutEffectOf } from './without-effect.ts';

/** What somebody has claimed of a pack that another holds by the record. */
export const claimedKey = (detector: string, pack: string): string =>
  `${detector.toLowerCase()}/claimed/${pack}`;

/** Remembers who holds, by the record, what somebody else has recorded as its own. */
export function rememberClaimed(
  detector: string,
  { packs, site, event }: Presentation,
  holder: Gln,
  memory: DetectorMemory,
): void {
  for (const pack of packs)
    memory.set(claimedKey(detector, pack), { holder, by: site.party, event: event ?? '' });
}

/** The steps by which a holder shows that it had the pack all the time. */
export const showsPossession = ({ claim: { act, corrects } }: EventSighting): boolean =>
  corrects === undefined && (act === 'supply' || act === 'ship');

/** The recorded holder hands on packs that somebody else had recorded as its own: one of the two has copies. */
export function contradictedByHolder(
  detector: 'D06' | 'D07',
  sighting: EventSighting,
  facts: DetectorFacts,
  memory: DetectorMemory,
): readonly Finding[] {
  const without = withoutEffectOf(sighting);
  const claimed = (pack: string) => rememberedBy(memory.get(claimedKey(detector, pack)));
  const groups = presentationsOf(sighting, sighting.packs, (pack) => {
    const kept = claimed(pack);
    const holder = rememberedGln(kept, 'holder');
    const by = rememberedGln(kept, 'by');
    if (holder === undefined || without.has(pack)) return undefined;
    const { reporter, to } = sighting.claim;
    // A shipment to the very one is the leg that was missing.
    if (by === undefined || (to !== undefined && isSameHouse(to, by, facts))) return undefined;
    return isSameHouse(holder, reporter, facts) ? kept.get('event') : undefined;
  });
  return groups.flatMap(([event, shown]) => {
    const by = rememberedGln(claimed(shown.packs[0]), 'by');
    if (by === undefined) return [];
    for (const pack of shown.packs) memory.set(claimedKey(detector, pack), undefined);
    return findingsOf(
      {
        ...{ detector, about: 'suspicion', realm: shown.realm, raisedAt: shown.at, settleMs: 0 },
        ...{ kind: 'case', severity: 5, subject: event, packs: shown.packs, lots: [] },
        evidence: [event, shown.event ?? ''],
        sites: [{ party: by, location: undefined }, shown.site],
        events: [event, shown.event ?? ''].filter((ref) => ref !== ''),
        tell: textOf(shown, by),
      },
      facts,
    );
  });
}

const textOf =
  (shown: Presentation, by: Gln) =>
  (names: Names): FindingText => {
    const holder = names.site(shown.site);
    const other = names.site({ party: by, location: undefined });
    return {
      title: `Two organisations handed on the same packs: ${other} and ${holder}`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}, as the recorded holder. ${other} had recorded the same packs as its own before, without any way from the holder to it.`,
      expected: 'A pack is in one place.',
      innocent: [
        {
          cause: 'One of the two scanned a neighbour of the pack',
          tested: `${shown.packs.length === 1 ? 'Possible: it is one pack.' : `Unlikely: it is ${shown.packs.length} packs.`}`,
        },
        { cause: 'The packs went back in between', tested: 'No return is on record.' },
      ],
      clears: 'Packs found at one of the two places only, and genuine.',
      action: `Have the packs at both places examined, and ask ${other} from whom it had them.`,
    };
  };
