import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act, Claim } from './claim.ts';
import {
  type Actor,
  atPharmacy,
  commissioned,
  declares,
  hour,
  Ledger,
  lot,
  MAKER,
  MAKERS_AGENT,
  OTHER_PHARMACY,
  PHARMACY,
  REGULATOR,
  receivedByPharmacy,
  receivedByWholesaler,
  recordedAt,
  SISTER,
  says,
  shippedToPharmacy,
  shippedToWholesaler,
  WHOLESALER,
} from './claims-in-tests.ts';

const ACTS: readonly Act[] = [
  'commission',
  'supply',
  'destroy',
  'export',
  'sample',
  'free-sample',
  'steal',
  'lock',
  'lift',
  'recall',
  'ship',
  'return-ship',
  'void-shipping',
  'receive',
  'observe',
];

/** A thousand years either way: EPCIS sets no limits to what an event may claim. */
const FAR_HOURS = 24 * 365 * 1000;

const blow = fc.record({
  act: fc.constantFrom(...ACTS),
  at: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: -5, max: 60 }) },
    { weight: 1, arbitrary: fc.constantFrom(-FAR_HOURS, FAR_HOURS) },
  ),
  to: fc.constantFrom(OTHER_PHARMACY, PHARMACY, SISTER, WHOLESALER, undefined),
  names: fc.nat(12),
  declares: fc.constantFrom(undefined, undefined, 'own', 'any'),
  corrective: fc.constantFrom(undefined, 1, 2, -1),
});

/** Anything at all that a thief can send with the key of `thief`, about a pack whose genuine events it knows. */
const assault = fc.array(blow, { minLength: 1, maxLength: 12 });

type Blow = typeof blow extends fc.Arbitrary<infer T> ? T : never;

function strike(
  thief: Actor,
  blows: readonly Blow[],
  ledger: Ledger,
  timed = (claim: Claim): Claim => claim,
): void {
  const mine: Claim[] = ledger.entries
    .map(({ claim }) => claim)
    .filter(({ reporter }) => reporter === thief.gln);
  blows.forEach((b, index) => {
    const everything = ledger.entries.map(({ claim }) => claim);
    const named = everything[b.names % everything.length];
    const event = `x${index}`;
    const claim = recordedAt(
      60 + index,
      says(thief, b.act, b.at, {
        event,
        to: b.to?.gln,
        lifts: named?.event,
        ...(b.act === 'commission' ? { lot: lot('FAKE') } : {}),
      }),
    );
    const original = b.declares === 'own' ? mine[b.names % Math.max(1, mine.length)] : named;
    const isDeclaration = b.declares !== undefined && original !== undefined;
    const correctives = b.corrective === undefined ? [] : [`x${index - b.corrective}`];
    const sent: Claim = isDeclaration
      ? {
          ...claim,
          act: original.act,
          corrects: original.event,
          correctives,
          claimedAt: original.claimedAt,
          foldedAt: original.foldedAt,
          location: original.location,
        }
      : claim;
    if (!isDeclaration) mine.push(sent);
    ledger.record(timed(sent));
  });
}

/** What the counter that holds the pack goes by. */
const onTheShelf = ({ state }: Ledger) => ({
  status: state.status,
  place: state.place,
  lot: state.lot,
  expiry: state.expiry,
  locked: state.locked,
});

function property(thief: Actor, given: () => Ledger, check: (ledger: Ledger) => void): void {
  fc.assert(
    fc.property(assault, (blows) => {
      const ledger = given();
      strike(thief, blows, ledger);
      check(ledger);
    }),
    { numRuns: 500 },
  );
}

describe('with the key of a pharmacy that has nothing to do with the pack, whatever it sends', () => {
  test('the pack stays on the shelf of the counter that holds it, active and as it was', () => {
    const shelf = onTheShelf(atPharmacy());
    property(OTHER_PHARMACY, atPharmacy, (ledger) => expect(onTheShelf(ledger)).toEqual(shelf));
  });

  test('the counter that holds the pack can still supply it, ship it and return it', () => {
    for (const act of ['supply', 'ship', 'return-ship', 'destroy'] as const) {
      property(OTHER_PHARMACY, atPharmacy, (ledger) => {
        expect(ledger.record(says(PHARMACY, act, 90, { to: WHOLESALER.gln })).effect).toBe('applied');
      });
    }
  });

  test('the consignee can still receive the pack', () => {
    const onItsWay = () =>
      new Ledger().all(commissioned, shippedToWholesaler, receivedByWholesaler, shippedToPharmacy);
    property(OTHER_PHARMACY, onItsWay, (ledger) => {
      expect(ledger.record(recordedAt(95, receivedByPharmacy)).effect).toBe('applied');
      expect(ledger.state).toMatchObject({ status: 'active', place: { kind: 'held', party: PHARMACY.gln } });
    });
  });

  test.each(['supply', 'destroy', 'sample', 'steal'] as const)('a pack is not revived after: %s', (act) => {
    const gone = () => atPharmacy().all(says(PHARMACY, act, 50));
    const { status } = gone().state;
    property(OTHER_PHARMACY, gone, (ledger) => expect(ledger.state.status).toBe(status));
  });

  test('a lock stays locked', () => {
    const locked = says(MAKER, 'lock', 50);
    property(
      OTHER_PHARMACY,
      () => atPharmacy().all(locked),
      (ledger) => expect(ledger.state.locked?.event).toBe(locked.event),
    );
  });

  test('an unknown serial stays unknown until its maker commissions it, and then nothing sticks to it', () => {
    property(
      OTHER_PHARMACY,
      () => new Ledger().all(says(WHOLESALER, 'observe', 1)),
      (ledger) => {
        // A commissioning by a stranger never comes this far: decide refuses it.
        if (ledger.entries.some(({ claim }) => claim.act === 'commission')) return;
        expect(ledger.state.status).toBe('unknown');
        ledger.record(recordedAt(90, says(MAKER, 'commission', -FAR_HOURS)));
        expect(ledger.state.status).toBe('active');
        expect(ledger.state.place).toMatchObject({ kind: 'held', party: MAKER.gln });
      },
    );
  });

  test('a supply by it binds, and the counter that holds the pack is not the one bound', () => {
    const ledger = atPharmacy().all(says(OTHER_PHARMACY, 'supply', 50));
    expect(ledger.state).toMatchObject({
      status: 'active',
      foreignSupply: { by: OTHER_PHARMACY.gln },
      place: { kind: 'held', party: PHARMACY.gln },
      disputed: true,
    });
  });
});

describe('with the key of a pharmacy that held the pack before and returned it', () => {
  const returned = () =>
    atPharmacy().all(
      says(PHARMACY, 'return-ship', 45, { to: WHOLESALER.gln }),
      says(WHOLESALER, 'receive', 50),
      says(WHOLESALER, 'ship', 52, { to: SISTER.gln }),
      says(SISTER, 'receive', 55),
    );

  test('the pack stays with its new holder, active, whatever the key sends', () => {
    const shelf = onTheShelf(returned());
    property({ ...PHARMACY, ownerGroup: undefined }, returned, (ledger) =>
      expect(onTheShelf(ledger)).toEqual(shelf),
    );
  });
});

describe('with the key of the wholesaler that sent the pack', () => {
  test('the pack stays on the shelf that received it, whatever the key sends', () => {
    const shelf = onTheShelf(atPharmacy());
    property(WHOLESALER, atPharmacy, (ledger) => expect(onTheShelf(ledger)).toEqual(shelf));
  });

  test('what the pharmacy has supplied is not revived', () => {
    const sold = () => atPharmacy().all(says(PHARMACY, 'supply', 50));
    property(WHOLESALER, sold, (ledger) => expect(ledger.state.status).toBe('supplied'));
  });
});

describe('with the key of the maker’s agent', () => {
  const given = () =>
    new Ledger().all(
      says(MAKERS_AGENT, 'commission', 0, { event: 'made' }),
      shippedToWholesaler,
      receivedByWholesaler,
      shippedToPharmacy,
      receivedByPharmacy,
    );

  test('the pack stays on the shelf, active and unlocked, whatever the key sends', () => {
    const { place } = given().state;
    property(MAKERS_AGENT, given, ({ state }) =>
      expect({ ...state }).toMatchObject({ status: 'active', place, locked: undefined }),
    );
  });

  test('what the pharmacy has supplied is not revived', () => {
    const sold = () => given().all(says(PHARMACY, 'supply', 50));
    property(MAKERS_AGENT, sold, (ledger) => expect(ledger.state.status).toBe('supplied'));
  });

  test('what the maker has destroyed does not come back by a new commissioning', () => {
    const gone = () => new Ledger().all(commissioned, says(MAKER, 'destroy', 5));
    property(MAKERS_AGENT, gone, (ledger) => expect(ledger.state.status).toBe('destroyed'));
    property(MAKER, gone, (ledger) => expect(ledger.state.status).toBe('destroyed'));
  });
});

describe('a counter that wants its own supply undone', () => {
  const supplied = says(PHARMACY, 'supply', 50);
  const sold = () => atPharmacy().all(supplied);
  const DAY = 24;

  test('cannot revive it after ten days by any means', () => {
    fc.assert(
      fc.property(assault, (blows) => {
        const ledger = sold();
        ledger.record(says(REGULATOR, 'observe', 50 + 10 * DAY));
        const tooLate = (claim: Claim): Claim => ({ ...claim, recordedAt: hour(50 + 10 * DAY) });
        strike(PHARMACY, blows, ledger, tooLate);
        expect(ledger.state.status).not.toBe('active');
        expect(ledger.state.status).not.toBe('unknown');
      }),
      { numRuns: 500 },
    );
  });

  test('cannot keep the ten days open by correcting the supply again and again', () => {
    const ledger = sold();
    let last = supplied;
    for (let day = 9; day <= 36; day += 9) {
      const again = recordedAt(50 + day * DAY - 1, says(PHARMACY, 'supply', 50, { reason: `${day}` }));
      ledger.record(again);
      ledger.record(declares(last, 50 + day * DAY, { correctives: [again.event], event: `error-${day}` }));
      if (ledger.effectOf(last) === 'corrected') last = again;
    }
    expect(ledger.effectOf(supplied)).toBe('corrected');
    ledger.record(declares(last, 50 + 40 * DAY));
    expect(ledger.state.status).toBe('supplied');
  });

  test('cannot undo it from a sister’s counter, nor can the sister', () => {
    const ledger = sold();
    ledger.record(declares(supplied, 51, { location: SISTER.site }));
    ledger.record(says(SISTER, 'supply', 50, { corrects: supplied.event, recordedAt: hour(52) }));
    expect(ledger.state.status).toBe('supplied');
  });
});

describe('times that cannot be', () => {
  test('an event a thousand years ahead folds when it was recorded, and what follows is not late', () => {
    const ledger = atPharmacy();
    ledger.record(recordedAt(50, says(PHARMACY, 'observe', FAR_HOURS)));
    ledger.record(recordedAt(50, says(OTHER_PHARMACY, 'supply', FAR_HOURS)));
    expect(ledger.record(says(PHARMACY, 'supply', 51)).effect).toBe('applied');
  });

  test('an event a thousand years ago comes before the commissioning and has no effect', () => {
    const ledger = atPharmacy();
    const outcome = ledger.record(recordedAt(50, says(WHOLESALER, 'destroy', -FAR_HOURS)));
    expect(outcome).toMatchObject({ effect: 'without-effect', breaches: [{ code: 'pack/unknown' }] });
    expect(ledger.state).toMatchObject({ status: 'active', disputed: false });
  });
});
