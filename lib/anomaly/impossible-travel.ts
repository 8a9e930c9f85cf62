import { momentOf } from '../kernel/instant.ts';
import { shiftsThatExplain, type WrongClock } from './clock-tally.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding, FindingText } from './finding.ts';
import type { ImpossiblePair } from './impossible-pairs.ts';
import { momentText, type Names } from './names.ts';
import { PARAMETERS } from './parameters.ts';
import { seenAt } from './seen-at.ts';
import type { Sighting } from './sighting.ts';
import type { Site } from './site.ts';
import type { Stop } from './track.ts';
import { shortestMs } from './travel.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The place of a stop. */
export const siteOfStop = ({ party, location, ref, by }: Stop): Site => ({
  party,
  location,
  ...(by === 'observation' ? { observation: ref } : {}),
});

/** The finding about a way that nobody can have gone. One that a single wrong clock would explain counts less. */
export function travelFindings(
  sighting: Sighting,
  pair: ImpossiblePair,
  facts: DetectorFacts,
): readonly Finding[] {
  const { before, after, packs } = pair;
  const clocks = shiftsThatExplain(pair);
  return findingsOf(
    {
      ...{ detector: 'D21', about: 'suspicion', realm: sighting.realm, raisedAt: seenAt(sighting) },
      settleMs: PARAMETERS.d21.settleMs,
      ...{
        kind: 'case',
        severity: clocks.length === 0 ? 4 : 3,
        packs,
        lots: [],
        subject: packs.toSorted().join(' '),
      },
      evidence: [before.ref, after.ref],
      sites: [siteOfStop(before), siteOfStop(after)],
      events: [before, after].flatMap(({ by, ref }) => (by === 'event' ? [ref] : [])),
      tell: textOf(pair, clocks),
    },
    facts,
  );
}

const textOf =
  ({ packs, before, after, leg }: ImpossiblePair, clocks: readonly number[]) =>
  (names: Names): FindingText => {
    const one = names.site(siteOfStop(before));
    const other = names.site(siteOfStop(after));
    const named = names.isNamed(siteOfStop(before)) && names.isNamed(siteOfStop(after));
    const km = named ? `about ${Math.round(leg.km).toLocaleString('en-GB')} km in ` : '';
    const shift = clocks.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
    return {
      title: `Too fast from ${one} to ${other}`,
      observed: `${names.packs(packs)} ${packs.length === 1 ? 'was' : 'were'} in hand at ${one} on ${momentText(momentOf(before.at))} and at ${other} on ${momentText(momentOf(after.at))}: ${km}${hours(leg.apartMs)}.`,
      expected: `The fastest transport takes ${hours(shortestMs(leg))}.`,
      innocent: [
        {
          cause: 'A clock or a time zone is wrong at one of the places',
          tested:
            shift === undefined
              ? 'No single error of up to a day at either place explains it.'
              : `Possible: a clock that is wrong by ${hours(Math.abs(shift))} would explain it. Three such ways on one day would show it.`,
        },
        {
          cause: 'The steps were recorded at the head office',
          tested: 'The places are those that the steps themselves name.',
        },
      ],
      clears: 'One of the two organisations corrects the time or the place of its record.',
      action: `Have the pack at ${other} examined, and ask both for the time and place of the step.`,
    };
  };

/** One item for a place whose clock explains a day's impossible ways. */
export function clockFindings(
  sighting: Sighting,
  { stop, shiftMs }: WrongClock,
  facts: DetectorFacts,
): readonly Finding[] {
  return findingsOf(
    {
      ...{ detector: 'D21', about: 'suspicion', realm: sighting.realm, raisedAt: seenAt(sighting) },
      ...{ kind: 'data-quality', severity: 2, settleMs: 0, packs: [], lots: [], events: [] },
      subject: stop.location ?? stop.party,
      evidence: ['clock', String(Math.floor(stop.at / DAY_MS))],
      sites: [{ party: stop.party, location: stop.location }],
      tell: (names) => ({
        title: `A clock or time zone seems wrong at ${names.site({ party: stop.party, location: stop.location })}`,
        observed: `On one day several packs were here too soon after, or before, they were elsewhere. A clock that is ${shiftMs > 0 ? 'behind' : 'ahead'} by ${hours(Math.abs(shiftMs))} explains them.`,
        expected: 'The time of a step is that of the place, with its zone.',
        innocent: [
          { cause: 'Copies of packs', tested: 'One shift of the clock explains four fifths of them.' },
        ],
        clears: 'The next day is without such ways.',
        action: 'Set the clock and the time zone of the system that records here, and correct the events.',
      }),
    },
    facts,
  );
}

const hours = (ms: number): string =>
  ms < HOUR_MS ? `${Math.round(ms / 60_000)} min` : `${(ms / HOUR_MS).toFixed(1)} h`;
