import { deedOf } from '../custody/apply-claim.ts';
import type { Act, Claim } from '../custody/claim.ts';
import type { Deed } from '../custody/pack-state.ts';
import { deedText } from './deed-text.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding, FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import type { Presentation } from './presentation.ts';
import type { EventSighting } from './sighting.ts';
import { siteOfDeed } from './site.ts';
import { withoutEffectOf } from './without-effect.ts';

/** Steps that say where a pack was. */
const SEEN: ReadonlySet<Act> = new Set([
  'supply',
  'ship',
  'return-ship',
  'receive',
  'destroy',
  'export',
  'sample',
  'free-sample',
]);

/** Stolen packs that have come up somewhere. */
export interface Surfaced {
  readonly shown: Presentation;
  readonly theft: Deed;
  /** The steps were recorded before anybody knew of the theft. */
  readonly before: boolean;
}

/**
 * What others had recorded for a time after the theft, before it was reported: one for each of their events. A report that the rules
 * refuse, because its reporter may not say so of these packs, accuses nobody; one that only comes too late to stop anything does.
 */
export function surfacedBefore(sighting: EventSighting, facts: DetectorFacts): readonly Surfaced[] {
  const { claim, realm } = sighting;
  const groups = new Map<string, { readonly later: Claim; readonly packs: [string, ...string[]] }>();
  for (const pack of believedStolen(sighting)) {
    for (const later of facts.pack(pack)?.history.filter((said) => isAfter(said, claim)) ?? []) {
      const group = groups.get(later.event);
      if (group) group.packs.push(pack);
      else groups.set(later.event, { later, packs: [pack] });
    }
  }
  return [...groups.values()].map(({ later, packs }) => ({
    shown: {
      ...{ realm, packs, at: later.claimedAt, deed: later.act, event: later.event },
      site: { party: later.reporter, location: later.location },
    },
    theft: deedOf(claim),
    before: true,
  }));
}

function believedStolen(sighting: EventSighting): readonly string[] {
  const without = withoutEffectOf(sighting);
  return sighting.packs.filter(
    (pack) => without.get(pack)?.every(({ code }) => code === 'event/late') ?? true,
  );
}

/** Did somebody else say that the pack was somewhere after the theft? */
const isAfter = ({ act, corrects, reporter, claimedAt }: Claim, theft: Claim): boolean =>
  SEEN.has(act) && corrects === undefined && reporter !== theft.reporter && claimedAt > theft.claimedAt;

/** The findings about stolen packs. `raisedAt` is when it could be known. */
export function surfacedFindings(
  { shown, theft, before }: Surfaced,
  raisedAt: Presentation['at'],
  facts: DetectorFacts,
): readonly Finding[] {
  const { event, site } = shown;
  return findingsOf(
    {
      ...{ detector: 'D14', about: 'suspicion', realm: shown.realm, raisedAt, settleMs: 0 },
      ...{ kind: 'case', severity: 5, lots: [], packs: shown.packs },
      subject: shown.packs.toSorted().join(' '),
      evidence: [theft.event, site.party, event ?? shown.deed],
      sites: [siteOfDeed(theft), site],
      events: [theft.event, ...(event === undefined ? [] : [event])],
      tell: surfacedText(shown, theft, before),
    },
    facts,
  );
}

const surfacedText =
  (shown: Presentation, theft: Deed, before: boolean) =>
  (names: Names): FindingText => {
    const where = names.site(shown.site);
    const thief = names.site(siteOfDeed(theft));
    const what =
      shown.packs.length === 1
        ? 'A stolen pack'
        : `${shown.packs.length.toLocaleString('en-GB')} stolen packs`;
    return {
      title: `${what} surfaced at ${where}`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}. ${thief} reported the theft on ${momentText(theft.recordedAt)}, for ${momentText(theft.at)}${before ? '; nobody else knew of it before' : ''}.`,
      expected: 'After a theft nobody trades the packs, until a regulator reports them found.',
      innocent: [
        {
          cause: 'More was reported stolen than was',
          tested: 'The report names this serial itself; ask for the count that it rests on.',
        },
        before
          ? {
              cause: 'The packs had left before the theft',
              tested:
                'No: the step is dated after the time of the theft. Ask how exactly that time is known.',
            }
          : { cause: 'The pack was found again', tested: 'No regulator has reported it found.' },
      ],
      clears: 'A regulator reports the packs found.',
      action: `Have the packs at ${where} kept, ask from whom they came, and inform the police.`,
    };
  };
