import type { Act, Claim } from './claim.ts';
import {
  type Actor,
  MAKER,
  OTHER_PHARMACY,
  PHARMACY,
  recordedAt,
  says,
  WHOLESALER,
} from './claims-in-tests.ts';
import type { CustodyCode } from './custody-codes.ts';
import { box, packOf, Yard } from './yard-in-tests.ts';

/** One row of the table of containers: what is said of `items`, and what comes of it for the last of them. */
interface ContainerRow {
  readonly says: string;
  readonly before: () => Yard;
  readonly claim: Claim;
  readonly items: readonly string[];
  readonly effect: 'applied' | 'without-effect' | 'barred';
  readonly codes: readonly CustodyCode[];
}

const CASE = box(1);
const PALLET = box(2);
const SPARE = box(3);
const PACK = packOf(1);

const boxes = (who: Actor, act: Act, at: number, container: string, more: Partial<Claim> = {}): Claim =>
  says(who, act, at, { container, ...more });

/** A pack in a case on a pallet and another case beside them, at the manufacturer’s. */
function packed(): Yard {
  const yard = new Yard();
  yard.holders.set(SPARE, MAKER.gln).set(CASE, MAKER.gln);
  yard.say(says(MAKER, 'commission', 0), PACK, packOf(2));
  yard.say(boxes(MAKER, 'pack', 1, CASE), PACK);
  yard.say(boxes(MAKER, 'pack', 2, PALLET), CASE);
  return yard;
}

function arrived(): Yard {
  const yard = packed();
  yard.say(says(MAKER, 'ship', 10, { to: PHARMACY.gln }), PALLET);
  yard.say(says(PHARMACY, 'receive', 20), PALLET);
  return yard;
}

function opened(): Yard {
  const yard = arrived();
  yard.say(boxes(PHARMACY, 'open', 25, CASE));
  return yard;
}

function stolen(): Yard {
  const yard = packed();
  yard.say(boxes(MAKER, 'pack', 3, SPARE));
  yard.say(says(MAKER, 'steal', 4), SPARE);
  return yard;
}

export const CONTAINER_ROWS: readonly ContainerRow[] = [
  {
    says: 'the holder of the number begins a container',
    before: packed,
    claim: boxes(MAKER, 'pack', 30, SPARE),
    items: [SPARE],
    effect: 'applied',
    codes: [],
  },
  {
    says: 'a stranger begins a container with another’s number',
    before: packed,
    claim: boxes(WHOLESALER, 'pack', 30, SPARE),
    items: [SPARE],
    effect: 'without-effect',
    codes: ['container/not-yours'],
  },
  {
    says: 'anybody begins a container whose number nobody registered',
    before: packed,
    claim: boxes(WHOLESALER, 'pack', 30, box(7)),
    items: [box(7)],
    effect: 'applied',
    codes: [],
  },
  {
    says: 'a container that nobody packed is shipped',
    before: packed,
    claim: says(MAKER, 'ship', 30, { to: PHARMACY.gln }),
    items: [box(7)],
    effect: 'without-effect',
    codes: ['container/unknown'],
  },
  {
    says: 'the holder of the pack and of the container packs',
    before: packed,
    claim: boxes(MAKER, 'pack', 30, CASE),
    items: [packOf(2)],
    effect: 'applied',
    codes: [],
  },
  {
    says: 'a pack is packed from a closed case into another',
    before: packed,
    claim: boxes(MAKER, 'pack', 30, SPARE),
    items: [PACK],
    effect: 'applied',
    codes: ['container/unpacking-inferred'],
  },
  {
    says: 'a stranger closes a case',
    before: arrived,
    claim: boxes(OTHER_PHARMACY, 'close', 30, CASE),
    items: [CASE],
    effect: 'without-effect',
    codes: ['container/not-held'],
  },
  {
    says: 'the holder closes its case',
    before: opened,
    claim: boxes(PHARMACY, 'close', 30, CASE),
    items: [CASE],
    effect: 'applied',
    codes: [],
  },
  {
    says: 'a pack is put into a container that another holds',
    before: arrived,
    claim: boxes(MAKER, 'pack', 30, CASE),
    items: [packOf(2)],
    effect: 'without-effect',
    codes: ['container/not-held'],
  },
  {
    says: 'a pack is put into a container that is stolen',
    before: stolen,
    claim: boxes(MAKER, 'pack', 30, SPARE),
    items: [packOf(2)],
    effect: 'without-effect',
    codes: ['container/not-held'],
  },
  {
    says: 'a pallet is put into a case that stands on it',
    before: packed,
    claim: boxes(MAKER, 'pack', 30, CASE),
    items: [PALLET],
    effect: 'without-effect',
    codes: ['container/cycle'],
  },
  {
    says: 'the same told late, of a time before the case was put on it',
    before: packed,
    claim: recordedAt(30, boxes(MAKER, 'pack', 1.5, CASE)),
    items: [PALLET],
    effect: 'barred',
    codes: ['container/cycle'],
  },
  {
    says: 'a container with seven levels in it is put into one more',
    before: packed,
    claim: boxes(MAKER, 'pack', 30, SPARE, { levels: 7 }),
    items: [packOf(2)],
    effect: 'applied',
    codes: [],
  },
  {
    says: 'a container with eight levels in it is put into one more',
    before: packed,
    claim: boxes(MAKER, 'pack', 30, SPARE, { levels: 8 }),
    items: [packOf(2)],
    effect: 'without-effect',
    codes: ['container/too-deep'],
  },
  {
    says: 'a pack is unpacked from the case that it is in',
    before: arrived,
    claim: boxes(PHARMACY, 'unpack', 30, CASE),
    items: [PACK],
    effect: 'applied',
    codes: [],
  },
  {
    says: 'a pack is unpacked from a case that it is not in',
    before: packed,
    claim: boxes(MAKER, 'unpack', 30, CASE),
    items: [packOf(2)],
    effect: 'without-effect',
    codes: ['container/not-inside'],
  },
  {
    says: 'a case is supplied',
    before: arrived,
    claim: says(PHARMACY, 'supply', 30),
    items: [CASE],
    effect: 'without-effect',
    codes: ['container/not-for-patients'],
  },
  {
    says: 'a pack is supplied from a closed case',
    before: arrived,
    claim: says(PHARMACY, 'supply', 30),
    items: [PACK],
    effect: 'applied',
    codes: ['container/unpacking-inferred'],
  },
  {
    says: 'a pack is supplied from an open case',
    before: opened,
    claim: says(PHARMACY, 'supply', 30),
    items: [PACK],
    effect: 'applied',
    codes: [],
  },
  {
    says: 'a pack is seen elsewhere than its case',
    before: arrived,
    claim: says(OTHER_PHARMACY, 'observe', 30),
    items: [PACK],
    effect: 'applied',
    codes: ['container/seen-elsewhere'],
  },
  {
    says: 'a pack is seen where its case is',
    before: arrived,
    claim: says(PHARMACY, 'observe', 30),
    items: [PACK],
    effect: 'applied',
    codes: [],
  },
];

/** What came of the last item of a row. */
export function cameOf({ before, claim, items }: ContainerRow) {
  const { packs, containers } = before().say(claim, ...items);
  const last = items.at(-1) ?? '';
  const outcome = packs.get(last) ?? containers.get(last);
  if (!outcome) throw new Error('a decision covers what its statement names');
  return outcome;
}
