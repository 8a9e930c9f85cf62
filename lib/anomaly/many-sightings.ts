import { momentOf } from '../kernel/instant.ts';
import type { DetectorMemory } from './detector.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts, PackRecord } from './facts.ts';
import type { Finding, FindingText } from './finding.ts';
import { impossiblePairs } from './impossible-pairs.ts';
import { siteOfStop } from './impossible-travel.ts';
import { momentText, type Names } from './names.ts';
import { PARAMETERS } from './parameters.ts';
import { seenAt } from './seen-at.ts';
import type { Sighting } from './sighting.ts';
import { houseOf, isSameHouse } from './site.ts';
import { type Stop, stopOf, trackOf } from './track.ts';

const { windowMs, organisations } = PARAMETERS.d22;

/** One serial in more hands than one pack can be in (D22). */
export interface Multiplicity {
  readonly pack: string;
  /** One stop for each house, in the order of their times. */
  readonly stops: readonly Stop[];
  readonly why: 'at-once' | 'many';
}

/** What a sighting shows of copies: two strangers at once, or three within thirty days, of whom no record tells that it went from one to the other. */
export function multiplicitiesOf(
  sighting: Sighting,
  facts: DetectorFacts,
  memory: Pick<DetectorMemory, 'get'>,
): readonly Multiplicity[] {
  if (!isShown(sighting)) return [];
  const atOnce = impossiblePairs(sighting, facts, memory).filter(({ before, after, packs: [first] }) =>
    areStrangers(before, after, facts.pack(first), facts),
  );
  const found = new Set(atOnce.flatMap(({ packs }) => packs));
  const packs = sighting.kind === 'event' ? sighting.packs : [sighting.pack];
  const many = packs.flatMap((pack) =>
    found.has(pack) ? [] : (manyOf(pack, sighting, facts, memory) ?? []),
  );
  return [
    ...atOnce.flatMap(({ packs: together, before, after }) =>
      together.map((pack) => ({ pack, stops: [before, after], why: 'at-once' }) as const),
    ),
    ...many,
  ];
}

/** Was the pack shown to a counter, or handed over it? */
const isShown = (sighting: Sighting): boolean =>
  sighting.kind === 'observation' ||
  (sighting.claim.act === 'supply' && sighting.claim.corrects === undefined);

/** Two houses, and neither shipped it to the other. */
function areStrangers(a: Stop, b: Stop, record: PackRecord | undefined, facts: DetectorFacts): boolean {
  if (isSameHouse(a.party, b.party, facts)) return false;
  const legs = record?.history.filter(({ act }) => act === 'ship' || act === 'return-ship') ?? [];
  return !legs.some(
    ({ reporter, to }) =>
      to !== undefined &&
      ((isSameHouse(reporter, a.party, facts) && isSameHouse(to, b.party, facts)) ||
        (isSameHouse(reporter, b.party, facts) && isSameHouse(to, a.party, facts))),
  );
}

function manyOf(
  pack: string,
  sighting: Sighting,
  facts: DetectorFacts,
  memory: Pick<DetectorMemory, 'get'>,
): Multiplicity | undefined {
  const here = stopOf(sighting);
  if (!here) return undefined;
  const record = facts.pack(pack);
  const recent = [...trackOf(pack, facts, memory), here].filter(
    (stop) => (stop === here || isFinal(stop, record)) && Math.abs(here.at - stop.at) <= windowMs,
  );
  const houses = new Map(recent.map((stop) => [houseOf(stop.party, facts), stop]));
  const strangers = [...houses.values()].filter((stop) => !wasDelivered(stop, record, facts));
  return houses.size >= organisations && strangers.length >= organisations - 1
    ? { pack, stops: [...houses.values()].sort((a, b) => a.at - b.at), why: 'many' }
    : undefined;
}

/** A scan at a counter or a supply; what moves along the chain meets many houses in good order. */
const isFinal = ({ by, ref }: Stop, record: PackRecord | undefined): boolean =>
  by === 'observation' || record?.history.find(({ event }) => event === ref)?.act === 'supply';

const wasDelivered = ({ party }: Stop, record: PackRecord | undefined, facts: DetectorFacts): boolean =>
  record?.history.some(
    ({ act, to, reporter }) =>
      ((act === 'ship' || act === 'return-ship') && to !== undefined && isSameHouse(to, party, facts)) ||
      ((act === 'receive' || act === 'commission') && isSameHouse(reporter, party, facts)),
  ) ?? false;

/** The findings about one serial in many hands. Never delayed. */
export function multiplicityFindings(
  sighting: Sighting,
  one: Multiplicity,
  facts: DetectorFacts,
): readonly Finding[] {
  const { pack, stops, why } = one;
  return findingsOf(
    {
      ...{
        detector: 'D22',
        about: 'suspicion',
        realm: sighting.realm,
        raisedAt: seenAt(sighting),
        settleMs: 0,
      },
      ...{ kind: 'case', severity: 5, packs: [pack], lots: [], subject: pack },
      // Who scans it again adds nothing new.
      evidence: [why, ...new Set(stops.map(({ party }) => houseOf(party, facts)))],
      sites: stops.map(siteOfStop),
      events: stops.flatMap(({ by, ref }) => (by === 'event' ? [ref] : [])),
      tell: textOf(one),
    },
    facts,
  );
}

const textOf =
  ({ pack, stops, why }: Multiplicity) =>
  (names: Names): FindingText => {
    const seen = stops.map((stop) => `${names.site(siteOfStop(stop))} on ${momentText(momentOf(stop.at))}`);
    return {
      title:
        why === 'at-once'
          ? `One serial in two places at once: ${stops.map((stop) => names.site(siteOfStop(stop))).join(' and ')}`
          : `One serial in ${stops.length} hands within thirty days`,
      observed: `${names.packs([pack])} was in hand at ${seen.join('; ')}. No record tells how it went from one to the other.`,
      expected: 'A serial exists once, and changes hands by shipments that are recorded.',
      innocent: [
        { cause: 'The same message was sent twice', tested: 'No: it was read by different organisations.' },
        { cause: 'Branches of one owner', tested: 'The register names no common owner.' },
        {
          cause: 'The pack moved on without records',
          tested:
            why === 'at-once'
              ? 'No transport is fast enough.'
              : 'Two or more of the places have neither a delivery nor a receipt of it.',
        },
      ],
      clears: 'Only one of the places has the pack, and the others explain their scans.',
      action: 'Have every pack of this serial kept and examined: all but one are not genuine, perhaps all.',
    };
  };
