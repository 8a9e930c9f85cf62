import { deedText } from './deed-text.ts';
import { distanceKm } from './distance.ts';
import type { Ended } from './ended.ts';
import type { DetectorFacts } from './facts.ts';
import type { FindingText, InnocentCause } from './finding.ts';
import { momentText, type Names } from './names.ts';
import { PARAMETERS } from './parameters.ts';
import type { Presentation } from './presentation.ts';

const HOUR_MS = 3_600_000;

/** The words of D03. */
export const endedAgainText =
  (shown: Presentation, ended: readonly [Ended, ...Ended[]], facts: DetectorFacts) =>
  (names: Names): FindingText => {
    const [{ sameHouse }] = ended;
    return sameHouse ? sameHouseText(shown, ended, names) : otherHouseText(shown, ended, facts, names);
  };

const count = ({ packs }: Presentation): string =>
  packs.length === 1 ? 'One serial' : `${packs.length} serials`;

const deedsOf = (ended: readonly Ended[]) => ended.flatMap(({ deed }) => deed ?? []);

/** Where the packs left circulation, and when the first of them did. */
function firstText(ended: readonly Ended[], names: Names): string {
  const [first] = deedsOf(ended).toSorted((a, b) => a.at - b.at);
  if (!first)
    return 'The register said at that moment that it had left circulation; that record has been taken back since.';
  const since = ended.length === 1 ? 'on' : 'from';
  return `The register says that it left circulation at ${names.site(first.site)} ${since} ${momentText(first.at)}.`;
}

function otherHouseText(
  shown: Presentation,
  ended: readonly [Ended, ...Ended[]],
  facts: DetectorFacts,
  names: Names,
): FindingText {
  const [first] = deedsOf(ended);
  const there = first ? names.site(first.site) : 'another organisation';
  const here = names.site(shown.site);
  return {
    title: `${count(shown)}, two places: ${there} and ${here}`,
    observed: `${deedText(shown, names)} on ${momentText(shown.at)}${apartText(shown, ended, facts, names)}. ${firstText(ended, names)}`,
    expected:
      'A serial exists once: after its supply, destruction, export or sampling it is never presented elsewhere.',
    innocent: [
      {
        cause:
          'The first organisation scanned a neighbour of the pack that it supplied, and still has this one',
        tested:
          'Not to be told from the record, for nearly every site has more of a batch: counting the stock shows it.',
      },
      { cause: 'Two branches of one owner', tested: 'The register names no common owner.' },
      {
        cause: 'The first record is an error',
        tested: first ? 'No declaration of error had been recorded.' : 'It has been taken back since.',
      },
    ],
    clears: 'A count of the stock that finds the pack at the first place, and a genuine pack at the second.',
    action: `Have the pack at ${here} kept and examined, and the stock of the batch at ${there} counted. At least one pack is not genuine or was sold again, or the wrong one was scanned.`,
  };
}

/** How far apart; abroad it would tell the reader where. */
function apartText(
  { site }: Presentation,
  ended: readonly Ended[],
  facts: DetectorFacts,
  names: Names,
): string {
  const [first] = deedsOf(ended);
  if (first?.site.location === undefined || site.location === undefined) return '';
  if (!names.isNamed(first.site) || !names.isNamed(site)) return '';
  const km = distanceKm(facts.place(site.location), facts.place(first.site.location));
  return km === undefined || km < 1
    ? ''
    : `, ${Math.round(km).toLocaleString('en-GB')} km from the first place`;
}

function sameHouseText(shown: Presentation, ended: readonly [Ended, ...Ended[]], names: Names): FindingText {
  const [first] = deedsOf(ended);
  return {
    title: `A pack that had left your stock was presented again at ${names.site(shown.site)}`,
    observed: `${deedText(shown, names)} on ${momentText(shown.at)}. ${firstText(ended, names)}`,
    expected: 'A pack that was supplied, destroyed, exported or sampled is no longer in stock.',
    innocent: first ? slips(Math.abs(shown.at - first.at)) : [],
    clears: 'The first record is declared an error, or undone within ten days.',
    action: 'Look for a pack of the same product that is in stock by the record and not on the shelf.',
  };
}

function slips(apartMs: number): readonly InnocentCause[] {
  const apart = apartMs < HOUR_MS ? 'less than an hour' : `${Math.round(apartMs / HOUR_MS)} hours`;
  const soon = apartMs <= PARAMETERS.d03.repeatMs;
  return [
    {
      cause: 'The same pack was scanned twice',
      tested: `${soon ? 'Likely' : 'Unlikely'}: ${apart} lie between the two.`,
    },
    {
      cause: 'A neighbour on the shelf was scanned the first time',
      tested: soon ? 'Possible.' : 'Likely: compare the stock with the record.',
    },
  ];
}
