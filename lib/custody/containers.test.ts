import { describe, expect, test } from 'vitest';
import type { Act, Claim } from './claim.ts';
import {
  type Actor,
  hour,
  MAKER,
  OTHER_PHARMACY,
  PHARMACY,
  REGULATOR,
  recordedAt,
  says,
  WHOLESALER,
} from './claims-in-tests.ts';
import { statusIn } from './reach.ts';
import { box, packOf, Yard } from './yard-in-tests.ts';

const CASE = box(1);
const PALLET = box(2);
const [ONE, TWO, THREE] = [packOf(1), packOf(2), packOf(3)] as const;

/** `who` says something of a container and what is in it. */
const boxes = (who: Actor, act: Act, at: number, container: string, more: Partial<Claim> = {}): Claim =>
  says(who, act, at, { container, ...more });

/** Three packs in a case on a pallet, at the manufacturer’s. */
function packed(): Yard {
  const yard = new Yard();
  yard.say(says(MAKER, 'commission', 0), ONE, TWO, THREE);
  yard.say(boxes(MAKER, 'pack', 1, CASE), ONE, TWO, THREE);
  yard.say(boxes(MAKER, 'pack', 2, PALLET), CASE);
  return yard;
}

const ship = says(MAKER, 'ship', 10, { to: PHARMACY.gln });
const receive = says(PHARMACY, 'receive', 20);

function atPharmacy(): Yard {
  const yard = packed();
  yard.say(ship, PALLET);
  yard.say(receive, PALLET);
  return yard;
}

const heldBy = (yard: Yard, item: string) => {
  const { place } = yard.of(item);
  return place.kind === 'held' ? place.party : undefined;
};

const codes = (yard: Yard, claim: Claim, ...items: string[]) => {
  const { packs, containers } = yard.say(claim, ...items);
  return [...containers.values(), ...packs.values()].flatMap(({ breaches }) =>
    breaches.map(({ code }) => code),
  );
};

describe('what is in a container', () => {
  test('is where its outermost container is, and one statement moves it all', () => {
    const yard = packed();
    yard.say(ship, PALLET);
    expect(yard.written).toBe(1);
    expect(yard.of(ONE).place).toMatchObject({ kind: 'transit', from: MAKER.gln, to: PHARMACY.gln });
    yard.say(receive, PALLET);
    expect(yard.written).toBe(1);
    expect(yard.of(ONE).place).toMatchObject({ kind: 'held', party: PHARMACY.gln, location: PHARMACY.site });
  });

  test('is taken out by an unpacking of all of it or of a part, and stays where that was', () => {
    const yard = atPharmacy();
    yard.say(boxes(PHARMACY, 'unpack', 30, CASE), ONE);
    expect(yard.of(ONE).inside).toBeUndefined();
    expect(yard.of(TWO).inside).toMatchObject({ container: CASE });
    yard.say(says(PHARMACY, 'ship', 40, { to: OTHER_PHARMACY.gln }), PALLET);
    expect(heldBy(yard, ONE)).toBe(PHARMACY.gln);
    expect(yard.of(TWO).place.kind).toBe('transit');
  });

  test('is supplied from a closed case that the counter holds, the unpacking inferred', () => {
    const yard = atPharmacy();
    expect(codes(yard, says(PHARMACY, 'supply', 30), ONE)).toEqual(['container/unpacking-inferred']);
    expect(yard.of(ONE)).toMatchObject({ status: 'supplied', place: { party: PHARMACY.gln } });
    expect(yard.of(ONE).inside).toBeUndefined();
  });

  test('is supplied from an open case without a remark', () => {
    const yard = atPharmacy();
    yard.say(boxes(PHARMACY, 'open', 25, CASE));
    expect(codes(yard, says(PHARMACY, 'supply', 30), ONE)).toEqual([]);
  });

  test('is out of it once it is seen alone where the container is', () => {
    const yard = atPharmacy();
    yard.say(says(PHARMACY, 'observe', 30), ONE);
    expect(yard.of(ONE)).toMatchObject({ disputed: false, place: { kind: 'held', party: PHARMACY.gln } });
    expect(yard.of(ONE).inside).toBeUndefined();
  });

  test('is disputed once it is seen alone elsewhere, and stays where it was', () => {
    const yard = atPharmacy();
    const seen = codes(yard, says(OTHER_PHARMACY, 'observe', 30), ONE);
    expect(seen).toEqual(['container/seen-elsewhere']);
    expect(yard.of(ONE)).toMatchObject({ disputed: true, inside: { container: CASE } });
    expect(heldBy(yard, ONE)).toBe(PHARMACY.gln);
  });

  test('is not seen alone where it is seen in its container', () => {
    const yard = atPharmacy();
    yard.say(boxes(PHARMACY, 'observe', 30, CASE), ONE);
    expect(yard.of(ONE).inside).toMatchObject({ container: CASE });
  });

  test('is stolen with its container, and found again with it', () => {
    const yard = atPharmacy();
    const theft = says(PHARMACY, 'steal', 30);
    yard.say(theft, PALLET);
    expect(yard.of(ONE).status).toBe('stolen');
    expect(codes(yard, says(OTHER_PHARMACY, 'supply', 31), ONE)).toContain('pack/stolen');
    yard.say(says(REGULATOR, 'lift', 32, { lifts: theft.event }), PALLET);
    expect(statusIn(yard.of(ONE), 'DE')).toBe('active');
  });

  test('is found again by itself: out of the container, which stays stolen', () => {
    const yard = atPharmacy();
    const theft = says(PHARMACY, 'steal', 30);
    yard.say(theft, PALLET);
    yard.say(says(REGULATOR, 'lift', 32, { lifts: theft.event }), ONE);
    expect(statusIn(yard.of(ONE), 'DE')).toBe('active');
    expect(yard.of(ONE).inside).toBeUndefined();
    expect(statusIn(yard.of(TWO), 'DE')).toBe('stolen');
  });
});

describe('the past of a container', () => {
  test('told late, is what the packs met: a supply that came before the receipt was told stays as it was', () => {
    const yard = packed();
    yard.say(ship, PALLET);
    yard.say(says(PHARMACY, 'supply', 30), ONE);
    const late = yard.say(recordedAt(40, receive), PALLET);
    expect(late.containers.get(PALLET)?.effect).toBe('applied');
    expect(yard.effects(ONE).at(-1)).toBe('applied');
    expect(heldBy(yard, TWO)).toBe(PHARMACY.gln);
  });

  test('cannot be told so that a supply at another’s counter would have been a stranger’s', () => {
    const yard = packed();
    yard.say(ship, PALLET);
    yard.say(says(PHARMACY, 'supply', 30), ONE);
    const back = says(MAKER, 'void-shipping', 15);
    const elsewhere = says(MAKER, 'ship', 16, { to: OTHER_PHARMACY.gln });
    expect(yard.say(recordedAt(40, back), PALLET).containers.get(PALLET)).toMatchObject({
      effect: 'barred',
      breaches: [{ code: 'event/late' }],
    });
    expect(yard.say(recordedAt(41, elsewhere), PALLET).containers.get(PALLET)?.effect).toBe('barred');
    expect(yard.of(ONE).status).toBe('supplied');
  });

  test('told late, makes a statement count that could not be true before', () => {
    const yard = packed();
    const early = yard.say(says(PHARMACY, 'destroy', 30), ONE);
    expect(early.packs.get(ONE)?.effect).toBe('without-effect');
    yard.say(recordedAt(40, ship), PALLET);
    expect(yard.effects(ONE).at(-1)).toBe('applied');
    expect(yard.of(ONE)).toMatchObject({ status: 'destroyed', place: { party: PHARMACY.gln } });
  });

  test('a packing told late takes along what the container did since', () => {
    const yard = new Yard();
    yard.say(says(MAKER, 'commission', 0), ONE, TWO);
    yard.say(boxes(MAKER, 'pack', 1, CASE), TWO);
    yard.say(ship, CASE);
    yard.say(receive, CASE);
    yard.say(recordedAt(30, boxes(MAKER, 'pack', 2, CASE)), ONE);
    expect(heldBy(yard, ONE)).toBe(PHARMACY.gln);
  });

  test('a packing told late does not outlive the emptying of the container', () => {
    const yard = new Yard();
    yard.say(says(MAKER, 'commission', 0), ONE, TWO);
    yard.say(boxes(MAKER, 'pack', 1, CASE), TWO);
    yard.say(boxes(MAKER, 'unpack', 5, CASE, { empties: true }), TWO);
    yard.say(ship, CASE);
    yard.say(recordedAt(30, boxes(MAKER, 'pack', 2, CASE)), ONE);
    expect(yard.of(ONE).inside).toBeUndefined();
    expect(heldBy(yard, ONE)).toBe(MAKER.gln);
  });

  test('an undone packing leaves the packs where they were before it', () => {
    const yard = packed();
    const { entries } = yard.known(ONE);
    const packing = entries.at(-1)?.claim;
    if (!packing) throw new Error('packed');
    const undone = yard.say(
      { ...packing, event: 'undo', corrects: packing.event, recordedAt: hour(5) },
      CASE,
      ONE,
      TWO,
      THREE,
    );
    expect(undone.packs.get(ONE)?.effect).toBe('applied');
    expect(yard.of(ONE).inside).toBeUndefined();
  });

  test('an undone receipt takes the packs back on their way', () => {
    const yard = atPharmacy();
    yard.say({ ...receive, event: 'undo', corrects: receive.event, recordedAt: hour(30) }, PALLET);
    expect(yard.of(ONE).place).toMatchObject({ kind: 'transit', to: PHARMACY.gln });
  });

  test('an undone supply puts the pack back into the case that it came from', () => {
    const yard = atPharmacy();
    const supply = says(PHARMACY, 'supply', 30);
    yard.say(supply, ONE);
    yard.say({ ...supply, event: 'undo', corrects: supply.event, recordedAt: hour(40) }, ONE);
    expect(yard.of(ONE)).toMatchObject({ status: 'active', inside: { container: CASE } });
  });
});

describe('attack', () => {
  test.each(['pack', 'unpack', 'close', 'open', 'steal', 'ship', 'receive', 'destroy'] as const)(
    'a foreign key cannot %s another’s case',
    (act) => {
      const yard = atPharmacy();
      const before = yard.of(ONE);
      const claim = boxes(OTHER_PHARMACY, act, 30, CASE, { to: OTHER_PHARMACY.gln });
      const { containers } = yard.say(claim, CASE);
      expect(containers.get(CASE)?.effect).toBe('without-effect');
      expect(yard.of(ONE)).toEqual(before);
    },
  );

  test('a foreign key cannot unpack a pack out of another’s case', () => {
    const yard = atPharmacy();
    yard.say(boxes(OTHER_PHARMACY, 'unpack', 30, CASE), ONE);
    expect(yard.of(ONE).inside).toMatchObject({ container: CASE });
    expect(heldBy(yard, ONE)).toBe(PHARMACY.gln);
  });

  test('a clone packed into a foreign case leaves the genuine pack at its holder’s', () => {
    const yard = atPharmacy();
    yard.say(boxes(WHOLESALER, 'pack', 30, box(9)), ONE);
    expect(heldBy(yard, ONE)).toBe(PHARMACY.gln);
    expect(yard.of(ONE)).toMatchObject({ disputed: true, inside: { container: CASE } });
  });

  test('a clone among the contents leaves the rest packed and received', () => {
    const yard = atPharmacy();
    yard.say(says(MAKER, 'commission', 0), packOf(4));
    const { packs } = yard.say(boxes(MAKER, 'pack', 30, box(9)), packOf(4), ONE);
    expect([...packs.values()].map(({ effect }) => effect)).toEqual(['applied', 'without-effect']);
    yard.say(says(MAKER, 'ship', 31, { to: WHOLESALER.gln }), box(9));
    yard.say(says(WHOLESALER, 'receive', 32), box(9));
    expect(heldBy(yard, packOf(4))).toBe(WHOLESALER.gln);
    expect(heldBy(yard, ONE)).toBe(PHARMACY.gln);
  });

  test('a number with another’s company prefix is not begun by a stranger', () => {
    const yard = new Yard();
    yard.holders.set(CASE, MAKER.gln);
    expect(codes(yard, boxes(WHOLESALER, 'pack', 1, CASE))).toEqual(['container/not-yours']);
    expect(yard.of(CASE).status).toBe('unknown');
  });

  test('a container does not come to stand in itself, neither at once nor around a corner nor late', () => {
    const yard = packed();
    expect(codes(yard, boxes(MAKER, 'pack', 5, CASE), CASE, PALLET)).toEqual(['container/cycle']);
    expect(yard.of(PALLET).inside).toBeUndefined();
    const late = yard.say(recordedAt(9, boxes(MAKER, 'pack', 1.5, CASE)), PALLET);
    expect(late.containers.get(PALLET)?.breaches.map(({ code }) => code)).toContain('container/cycle');
    expect(yard.of(PALLET).inside).toBeUndefined();
  });

  test('containers nest eight deep and no deeper', () => {
    const yard = new Yard();
    for (let level = 1; level <= 9; level++) yard.say(boxes(MAKER, 'pack', level, box(level)));
    const effects = Array.from({ length: 8 }, (_, n) => {
      const claim = boxes(MAKER, 'pack', 20 + n, box(n + 2), { levels: n });
      return yard.say(claim, box(n + 1)).containers.get(box(n + 1))?.effect;
    });
    expect(effects).toEqual([...Array(8).fill('applied')]);
    expect(codes(yard, boxes(MAKER, 'pack', 40, box(20)))).toEqual([]);
    expect(codes(yard, boxes(MAKER, 'pack', 41, box(20), { levels: 8 }), box(9))).toContain(
      'container/too-deep',
    );
  });

  test('a case is not supplied over the counter', () => {
    expect(codes(atPharmacy(), says(PHARMACY, 'supply', 30), CASE)).toContain('container/not-for-patients');
  });
});
