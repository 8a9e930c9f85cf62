import fc from 'fast-check';
import type { Act, Claim } from './claim.ts';
import {
  type Actor,
  FRENCH_REGULATOR,
  hour,
  lot,
  MAKER,
  MAKERS_AGENT,
  OTHER_PHARMACY,
  PHARMACY,
  REGULATOR,
  recordedAt,
  SISTER,
  says,
  WHOLESALER,
} from './claims-in-tests.ts';

const ACTORS: readonly Actor[] = [
  MAKER,
  MAKERS_AGENT,
  WHOLESALER,
  PHARMACY,
  OTHER_PHARMACY,
  SISTER,
  REGULATOR,
  FRENCH_REGULATOR,
];

const ACTS: readonly Act[] = [
  'commission',
  'ship',
  'receive',
  'supply',
  'return-ship',
  'void-shipping',
  'destroy',
  'export',
  'sample',
  'free-sample',
  'steal',
  'lock',
  'lift',
  'observe',
];

/** A way that a pack may take: who, what, to whom, four hours apart. */
type Story = readonly (readonly [Actor, Act, Actor?])[];

const DELIVERY: Story = [
  [MAKER, 'commission'],
  [MAKER, 'ship', WHOLESALER],
  [WHOLESALER, 'receive'],
  [WHOLESALER, 'ship', PHARMACY],
  [PHARMACY, 'receive'],
];

const STORIES: readonly Story[] = [
  [...DELIVERY, [PHARMACY, 'supply'], [PHARMACY, 'return-ship', WHOLESALER], [WHOLESALER, 'receive']],
  [...DELIVERY, [PHARMACY, 'return-ship', WHOLESALER], [WHOLESALER, 'receive'], [WHOLESALER, 'ship', SISTER]],
  [...DELIVERY, [MAKER, 'lock'], [REGULATOR, 'lock'], [MAKER, 'lift'], [SISTER, 'supply']],
  [...DELIVERY, [FRENCH_REGULATOR, 'steal'], [REGULATOR, 'steal'], [REGULATOR, 'lift'], [PHARMACY, 'supply']],
  [
    [MAKERS_AGENT, 'commission'],
    [MAKERS_AGENT, 'ship', WHOLESALER],
    [WHOLESALER, 'export'],
    [MAKER, 'steal'],
  ],
  [
    [MAKER, 'commission'],
    [MAKER, 'free-sample'],
    [MAKER, 'destroy'],
    [REGULATOR, 'lift'],
  ],
];

/** One more statement: the story's next, or any other. Numbers called `back` count steps back in what was said. */
const step = fc.record({
  kind: fc.constantFrom('story', 'story', 'story', 'withheld', 'other', 'other', 'error'),
  who: fc.constantFrom(...ACTORS),
  act: fc.constantFrom(...ACTS),
  at: fc.integer({ min: 0, max: 40 }),
  late: fc.constantFrom(0, 0, 0, 5, 20, 300),
  to: fc.constantFrom(WHOLESALER, PHARMACY, OTHER_PHARMACY, SISTER, MAKER, undefined),
  lotName: fc.constantFrom('L1', 'L1', 'L2'),
  back: fc.nat(6),
  correctiveBack: fc.constantFrom(undefined, undefined, 1, 2, 3, 4, -1, -2),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Tells a story, with other statements in between and some of its own held back until the end. */
class Telling {
  readonly said: Claim[] = [];
  private readonly withheld: Claim[] = [];
  private told = 0;
  private readonly story: Story;

  constructor(story: Story) {
    this.story = story;
  }

  add(next: Step): void {
    if (next.kind === 'error') this.declareError(next);
    else if (next.kind === 'other') this.say(this.other(next));
    else this.tellOn(next);
  }

  end(): readonly Claim[] {
    for (const claim of this.withheld) this.said.push(recordedAt(60, claim));
    return this.said;
  }

  private say(claim: Claim): void {
    this.said.push(claim);
  }

  private tellOn({ kind, late }: Step): void {
    const next = this.story[this.told];
    if (!next) return;
    const [who, act, to] = next;
    const at = 4 * this.told;
    this.told += 1;
    const event = `s${this.told}`;
    const claim = says(who, act, at, { event, to: to?.gln, ...this.lifts(act, 1) });
    if (kind === 'withheld') this.withheld.push(claim);
    else this.say(recordedAt(at + late, claim));
  }

  private other({ who, act, at, late, to, lotName, back }: Step): Claim {
    const event = `e${this.said.length}`;
    const named = act === 'commission' ? { lot: lot(lotName) } : {};
    const claim = says(who, act, at, { event, to: to?.gln, ...named, ...this.lifts(act, back) });
    return recordedAt(at + late, claim);
  }

  /** A lift mostly names a lock or a theft. */
  private lifts(act: Act, back: number): Partial<Claim> {
    if (act !== 'lift') return {};
    const liftable = this.said.filter((claim) => claim.act === 'lock' || claim.act === 'steal');
    return { lifts: (liftable[back % 3] ?? this.said.at(-1))?.event };
  }

  private declareError({ at, late, back, correctiveBack }: Step): void {
    const original = this.said.at(-1 - back);
    if (!original) return;
    const event = `e${this.said.length}`;
    const corrective =
      correctiveBack !== undefined && correctiveBack < 0
        ? `e${this.said.length - correctiveBack}`
        : this.said.at(-(correctiveBack ?? 99))?.event;
    const recorded = hour(Math.max(at, 30) + late);
    const correctives = corrective === undefined ? [] : [corrective];
    this.say({ ...original, event, corrects: original.event, correctives, recordedAt: recorded });
    if (corrective?.startsWith('e') && correctiveBack === -1) this.say(this.mended(original, corrective));
  }

  /** The event that a declaration has announced: the same again, said a little differently. */
  private mended(original: Claim, event: string): Claim {
    const isCommissioning = original.act === 'commission';
    return { ...original, event, corrects: undefined, ...(isCommissioning ? { lot: lot('L3') } : {}) };
  }
}

/** Histories of one pack in log order: true, false, late and corrected statements of eight organisations. */
export const claimsArbitrary = (most: number): fc.Arbitrary<readonly Claim[]> =>
  fc
    .tuple(fc.constantFrom(...STORIES), fc.array(step, { minLength: 1, maxLength: most }))
    .map(([story, steps]) => {
      const telling = new Telling(story);
      for (const next of steps) telling.add(next);
      const seen = new Set<string>();
      return telling.end().filter(({ event }) => !seen.has(event) && seen.add(event));
    });
