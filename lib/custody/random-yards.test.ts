import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act, Claim } from './claim.ts';
import {
  type Actor,
  CONTEXT,
  hour,
  MAKER,
  OTHER_PHARMACY,
  PHARMACY,
  recordedAt,
  says,
  WHOLESALER,
} from './claims-in-tests.ts';
import { foldPack } from './fold-pack.ts';
import type { PackContext } from './pack-context.ts';
import type { PackState } from './pack-state.ts';
import { pastSurroundings } from './past-surroundings.ts';
import { SlowYard, type Told } from './slow-yard-in-tests.ts';
import { box, packOf, Yard } from './yard-in-tests.ts';

const ACTORS: readonly Actor[] = [MAKER, WHOLESALER, PHARMACY, OTHER_PHARMACY];
const PACKS = [packOf(1), packOf(2), packOf(3)];
const BOXES = [box(1), box(2), box(3)];
const ALL = [...PACKS, ...BOXES];

const OF_PACKS: readonly Act[] = [
  'ship',
  'receive',
  'supply',
  'destroy',
  'void-shipping',
  'observe',
  'steal',
];
const OF_BOXES: readonly Act[] = ['ship', 'receive', 'void-shipping', 'observe', 'steal', 'supply'];

const step = fc.record({
  who: fc.constantFrom(...ACTORS),
  to: fc.constantFrom(...ACTORS),
  kind: fc.constantFrom('pack', 'pack', 'unpack', 'box', 'box', 'one', 'seen-inside'),
  container: fc.constantFrom(...BOXES),
  items: fc.uniqueArray(fc.constantFrom(...ALL), { minLength: 1, maxLength: 3 }),
  ofPack: fc.constantFrom(...OF_PACKS),
  ofBox: fc.constantFrom(...OF_BOXES),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function toldOf({ who, to, kind, container, items, ofPack, ofBox }: Step, at: number): Told {
  const more = { to: to.gln, event: `e${at}` };
  const others = items.filter((item) => item !== container);
  switch (kind) {
    case 'pack':
    case 'unpack':
      return { claim: says(who, kind, at, { ...more, container }), items: others };
    case 'seen-inside':
      return { claim: says(who, 'observe', at, { ...more, container }), items: others };
    case 'box':
      return { claim: says(who, ofBox, at, more), items: [container] };
    default: {
      const pack = items.find((item) => PACKS.includes(item)) ?? packOf(1);
      return { claim: says(who, ofPack, at, more), items: [pack] };
    }
  }
}

/** Packs made and some of them packed at the manufacturer’s, then anything. */
const story = fc
  .array(step, { minLength: 1, maxLength: 25 })
  .map((steps): readonly Told[] => [
    { claim: says(MAKER, 'commission', 0, { event: 'made' }), items: PACKS },
    { claim: says(MAKER, 'pack', 1, { event: 'cased', container: box(1) }), items: [packOf(1), packOf(2)] },
    { claim: says(MAKER, 'pack', 2, { event: 'palleted', container: box(2) }), items: [box(1)] },
    ...steps.map((one, at) => toldOf(one, 3 + at)),
  ]);

const lateStep = fc.record({
  step,
  at: fc.integer({ min: 3, max: 30 }),
  back: fc.option(fc.nat(6), { nil: undefined, freq: 6 }),
});

/** The same told out of order, and some of it taken back. */
const lateStory = fc.array(lateStep, { minLength: 1, maxLength: 14 }).map((steps): readonly Told[] => {
  const told: Told[] = [
    { claim: says(MAKER, 'commission', 0, { event: 'made' }), items: PACKS },
    { claim: says(MAKER, 'pack', 1, { event: 'cased', container: box(1) }), items: [packOf(1), packOf(2)] },
    { claim: says(MAKER, 'pack', 2, { event: 'palleted', container: box(2) }), items: [box(1)] },
  ];
  steps.forEach(({ step: one, at, back }, n) => {
    const { claim, items } = toldOf(one, at);
    const original = back === undefined ? undefined : told.at(-1 - back);
    const event = `l${n}`;
    const recorded = hour(31 + n);
    if (original)
      told.push({
        claim: { ...original.claim, event, corrects: original.claim.event, recordedAt: recorded },
        items: original.items,
      });
    else told.push({ claim: recordedAt(31 + n, { ...claim, event }), items });
  });
  return told;
});

const contextOf = (item: string): PackContext =>
  item.includes('/00/')
    ? { gtinHolder: undefined, product: undefined, batch: undefined, isContainer: true }
    : { ...CONTEXT, batch: undefined };

function shown({ status, place, disputed, inside }: PackState) {
  return {
    status,
    holder: place.kind === 'held' ? place.party : undefined,
    from: place.kind === 'transit' ? place.from : undefined,
    to: place.kind === 'transit' ? place.to : undefined,
    disputed,
    inside: inside?.container,
  };
}

const told = (yard: Yard) => Object.fromEntries(ALL.map((item) => [item, shown(yard.of(item))]));

function slowlyTold(yard: SlowYard) {
  return Object.fromEntries(
    ALL.map((item) => {
      const { world, inside } = yard.of(item);
      const { status, holder, from, to, disputed } = world;
      return [item, { status, holder, from, to, disputed, inside }];
    }),
  );
}

describe('any history of packs and containers', () => {
  test('ends as a second reading of the sheet says, in which every move is told of each thing inside', () => {
    fc.assert(
      fc.property(story, (events) => {
        const yard = new Yard();
        const slow = new SlowYard();
        for (const { claim, items } of events) {
          const { packs, containers } = yard.say(claim, ...items);
          const taken = [...slow.say({ claim, items })].map(([item, effect]) => [item, effect]);
          const outcomes = new Map([...packs, ...containers]);
          expect(taken.map(([item]) => [item, outcomes.get(String(item))?.effect === 'applied'])).toEqual(
            taken,
          );
          expect(told(yard)).toEqual(slowlyTold(slow));
        }
      }),
      { numRuns: 600 },
    );
  });

  test('told in another order ends where the order of time ends, where all of it is true and one party’s', () => {
    const true_ = (claim: Claim, ...items: string[]): Told => ({ claim, items });
    const events: readonly Told[] = [
      true_(says(MAKER, 'pack', 1, { event: 'a', container: box(1) }), packOf(1), packOf(2)),
      true_(says(MAKER, 'pack', 2, { event: 'b', container: box(2) }), box(1)),
      true_(says(MAKER, 'ship', 3, { event: 'c', to: PHARMACY.gln }), box(2)),
      true_(says(MAKER, 'void-shipping', 4, { event: 'd' }), box(2)),
      true_(says(MAKER, 'unpack', 5, { event: 'e', container: box(1) }), packOf(1)),
      true_(says(MAKER, 'ship', 6, { event: 'f', to: WHOLESALER.gln }), box(2)),
    ];
    const straight = new Yard();
    const made = says(MAKER, 'commission', 0, { event: 'made' });
    straight.say(made, ...PACKS);
    for (const { claim, items } of events) straight.say(recordedAt(60, claim), ...items);
    const expected = told(straight);
    fc.assert(
      fc.property(fc.shuffledSubarray([...events], { minLength: events.length }), (shuffled) => {
        const yard = new Yard();
        yard.say(made, ...PACKS);
        for (const { claim, items } of shuffled)
          yard.say({ ...recordedAt(60, claim), recordedAt: hour(60) }, ...items);
        const ends = Object.entries(told(yard)).map(([item, state]) => [item, { ...state, disputed: false }]);
        const wanted = Object.entries(expected).map(([item, state]) => [item, { ...state, disputed: false }]);
        expect(ends).toEqual(wanted);
      }),
      { numRuns: 150 },
    );
  });

  test('with late statements and corrections stands as a fold of all of it from nothing', () => {
    fc.assert(
      fc.property(lateStory, (events) => {
        const yard = new Yard();
        for (const { claim, items } of events) yard.say(claim, ...items);
        const histories = new Map([...yard.items].map((item) => [item, yard.known(item).entries]));
        const around = pastSurroundings(histories, contextOf);
        for (const item of yard.items) {
          const { state, entries } = yard.known(item);
          const folded = foldPack(item, entries, { ...contextOf(item), around });
          expect([item, folded.effects]).toEqual([item, entries.map(({ effect }) => effect)]);
          expect([item, folded.state]).toEqual([item, state]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
