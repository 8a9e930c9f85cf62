import { deedText } from './deed-text.ts';
import { distanceKm } from './distance.ts';
import { type FindingDraft, findingsOf } from './draft.ts';
import type { DetectorFacts, PackRecord } from './facts.ts';
import type { Finding, FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import { PARAMETERS } from './parameters.ts';
import { type Presentation, presentationsOf, speaksAgainst } from './presentation.ts';
import type { EventSighting } from './sighting.ts';
import type { Site } from './site.ts';

const { settleMs, farKm } = PARAMETERS.d10;
const WEEK_MS = 604_800_000;

const ELSEWHERE: ReadonlySet<string> = new Set(['container/seen-elsewhere']);
const NOT_HELD: ReadonlySet<string> = new Set(['pack/not-held', 'pack/supplied-by-non-holder']);

/** A pack seen alone, while the closed container that it is in stands elsewhere: one finding for the event and the holder of that. */
export function seenOutside(sighting: EventSighting, facts: DetectorFacts): readonly Finding[] {
  const said = speaksAgainst(sighting, ELSEWHERE);
  // Of what is not held at all no rule asks for the container.
  const strange = speaksAgainst(sighting, NOT_HELD).filter(
    (pack) => facts.pack(pack)?.closedIn !== undefined,
  );
  const packs = [...new Set([...said, ...strange])];
  const groups = presentationsOf(sighting, packs, (pack) => {
    const place = placeOf(facts.pack(pack));
    return place && `${place.party} ${place.location ?? ''}`;
  });
  return groups.flatMap(([, shown]) => {
    const container = placeOf(facts.pack(shown.packs[0]));
    if (!container) return [];
    const km = apartKm(container, shown.site, facts);
    const isFar = shown.deed === 'supply' && km !== undefined && km > farKm;
    return findingsOf(
      {
        ...draftOf(shown),
        ...{ kind: 'case', severity: isFar ? 5 : 3, evidence: [container.party] },
        sites: [container, shown.site],
        tell: seenOutsideText(shown, container, km),
      },
      facts,
    );
  });
}

/** Somebody packs, unpacks or closes what it does not hold. */
export function handledByStranger(sighting: EventSighting, facts: DetectorFacts): readonly Finding[] {
  const { claim, breaches, event } = sighting;
  if (!breaches.some(({ code }) => code === 'container/not-held')) return [];
  const site: Site = { party: claim.reporter, location: claim.location };
  const container = claim.container ?? '';
  return findingsOf(
    {
      ...{ detector: 'D10', about: 'suspicion', realm: sighting.realm, raisedAt: claim.recordedAt, settleMs },
      ...{
        kind: 'case',
        severity: 3,
        subject: event,
        evidence: [container],
        packs: sighting.packs,
        lots: [],
      },
      ...{ sites: [site], events: [event] },
      tell: (names) => strangerText(names.site(site), momentText(claim.recordedAt), container),
    },
    facts,
  );
}

/** What the reporter's own books lack: one item a week for each kind. */
export function patchyPacking(sighting: EventSighting, facts: DetectorFacts): readonly Finding[] {
  return PATCHES.flatMap(({ code, title, observed, action }) => {
    const packs = speaksAgainst(sighting, new Set([code]));
    return presentationsOf(sighting, packs, () => code).flatMap(([, shown]) =>
      findingsOf(
        {
          ...draftOf(shown),
          ...{ kind: 'data-quality', severity: 1, subject: shown.site.party, sites: [shown.site] },
          evidence: [code, `week ${Math.floor(shown.at / WEEK_MS)}`],
          tell: (names) => ({
            title: title(names.site(shown.site)),
            observed: `${deedText(shown, names)} on ${momentText(shown.at)}. ${observed}`,
            expected: 'What goes into a container and comes out of it is recorded, pack by pack.',
            innocent: [{ cause: 'It was not recorded', tested: 'Most likely.' }],
            clears: 'Nothing: it is a hint, once a week.',
            action,
          }),
        },
        facts,
      ),
    );
  });
}

const PATCHES = [
  {
    code: 'container/unpacking-inferred',
    title: (who: string) => `${who} takes packs out of closed containers without recording it`,
    observed: 'By the record the packs were in a closed container.',
    action: 'Record unpacking when a case is opened.',
  },
  {
    code: 'container/not-inside',
    title: (who: string) => `${who} unpacked what was not in the container`,
    observed: 'By the record the packs were not in the container named.',
    action: 'Compare the list of contents made at packing with what was found.',
  },
] as const;

const draftOf = (
  shown: Presentation,
): Pick<
  FindingDraft,
  'detector' | 'about' | 'realm' | 'raisedAt' | 'settleMs' | 'subject' | 'packs' | 'lots' | 'events'
> => ({
  ...{ detector: 'D10', about: 'suspicion', realm: shown.realm, raisedAt: shown.at, settleMs },
  ...{ subject: shown.event ?? '', packs: shown.packs, lots: [] },
  events: shown.event === undefined ? [] : [shown.event],
});

function placeOf(record: PackRecord | undefined): Site | undefined {
  const place = record?.place;
  if (place?.kind === 'held') return { party: place.party, location: place.location };
  return place?.kind === 'transit' ? { party: place.from, location: undefined } : undefined;
}

const apartKm = (a: Site, b: Site, facts: DetectorFacts): number | undefined =>
  a.location === undefined || b.location === undefined
    ? undefined
    : distanceKm(facts.place(a.location), facts.place(b.location));

const seenOutsideText =
  (shown: Presentation, container: Site, km: number | undefined) =>
  (names: Names): FindingText => {
    const here = names.site(shown.site);
    const there = names.site(container);
    const apart =
      km === undefined || !names.isNamed(container)
        ? ''
        : `, ${Math.round(km).toLocaleString('en-GB')} km away`;
    return {
      title: `Packs at ${here} that stand in a closed container elsewhere`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}. The closed container that the record has ${shown.packs.length === 1 ? 'it' : 'them'} in is at ${there}${apart}.`,
      expected: 'A pack is where its container is, until it is taken out there.',
      innocent: [
        { cause: 'The container was opened and nobody recorded it', tested: `Ask ${there} to look into it.` },
        {
          cause: 'The list of contents made at packing is wrong',
          tested: 'Compare it with what is in the container.',
        },
      ],
      clears: 'The unpacking at the place of the container is recorded.',
      action: `Have the container at ${there} opened and counted. If the pack is in it, that at ${here} is a copy.`,
    };
  };

const strangerText = (who: string, when: string, container: string): FindingText => ({
  title: `${who} handled a container that it does not hold`,
  observed: `${who} recorded on ${when} that it packed, unpacked or closed ${container}. By the record it neither holds nor awaits it.`,
  expected: 'Only who holds a container, or awaits it, packs, opens or closes it.',
  innocent: [
    { cause: 'The receipt of the container is late', tested: 'The finding waited a day for it.' },
    { cause: 'The wrong label was scanned', tested: 'Ask for the number on the container.' },
  ],
  clears: 'The way of the container to the reporter is recorded.',
  action: `Ask ${who} how it came by the container.`,
});
