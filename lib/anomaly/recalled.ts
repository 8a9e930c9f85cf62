import type { Recall } from '../custody/batch-state.ts';
import type { DetectorFacts } from './facts.ts';
import type { FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import type { Presentation } from './presentation.ts';
import type { Sighting } from './sighting.ts';
import { countryOf } from './site.ts';
import { isOnward, type UnfitKind } from './unfit-moves.ts';

/** A pack of a recalled batch (D12). It is passed on: severity 4, and 5 where the recall is of class I. */
export const RECALLED: UnfitKind = {
  detector: 'D12',
  code: 'batch/recalled',
  wasUnfit: ({ claim }, pack, facts) => worstRecall(pack, claim.country, facts) !== undefined,
  severity(shown, sighting, facts) {
    if (!isOnward(shown)) return 2;
    return isClassOne(sighting, shown, facts) ? 5 : 4;
  },
  why(sighting, pack, facts) {
    const recall = recallOf(sighting, pack, facts);
    const kind = recall?.recallClass === undefined ? 'a recall' : `a class ${recall.recallClass} recall`;
    const since = recall ? `, in force since ${momentText(recall.at)},` : '';
    return `${kind} of its batch${since} reaches this place`;
  },
  tell: textOf,
};

function isClassOne(sighting: Sighting, { packs: [pack] }: Presentation, facts: DetectorFacts): boolean {
  if (sighting.kind === 'event') return recallOf(sighting, pack, facts)?.recallClass === 'I';
  return sighting.reasons.some(({ code, params }) => code === 'batch/recalled' && params.recallClass === 'I');
}

function recallOf(sighting: Sighting, pack: string, facts: DetectorFacts): Recall | undefined {
  if (sighting.kind === 'event') return worstRecall(pack, sighting.claim.country, facts);
  const { organisation: party, location } = sighting;
  return worstRecall(pack, countryOf({ party, location }, facts), facts);
}

/** Of the recalls that reach a country the one of the worst class; one without a class comes last. */
function worstRecall(pack: string, country: string | undefined, facts: DetectorFacts): Recall | undefined {
  const inReach = facts
    .pack(pack)
    ?.recalls.filter(({ reach }) => reach.length === 0 || (country !== undefined && reach.includes(country)));
  return inReach?.toSorted((a, b) => (a.recallClass ?? 'IV').localeCompare(b.recallClass ?? 'IV'))[0];
}

function textOf(shown: Presentation, names: Names): Omit<FindingText, 'observed'> {
  const where = names.site(shown.site);
  const stopped = shown.event === undefined;
  const onward = isOnward(shown);
  return {
    title: onward
      ? `${stopped ? 'A recalled pack was to be passed on' : 'Recalled packs were passed on'} at ${where}`
      : `${where} still has packs of a recalled batch`,
    expected: 'Once a recall is in force, its packs are only kept aside, returned or destroyed.',
    innocent: [
      {
        cause: 'The pack was on its way back',
        tested: onward
          ? 'No: a return, a receipt or a destruction would have been recorded as such.'
          : 'Possible: it was only verified.',
      },
      {
        cause: 'The recall was not known yet at this place',
        tested: stopped
          ? 'The counter named it in its answer.'
          : 'It was in force when the step was recorded; whether the place had read it is not in the record.',
      },
    ],
    clears: 'Nothing in the record: the inspector is satisfied that the packs are kept aside.',
    action: stopped
      ? 'The counter stopped it. Make sure that the place keeps its stock of the batch aside.'
      : 'Find out where these packs are now, and whether patients have received them. Make sure that the recall has reached this place.',
  };
}
