import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from './claim.ts';
import {
  atPharmacy,
  CONTEXT,
  commissioned,
  date,
  declares,
  hour,
  Ledger,
  lot,
  MAKER,
  MAKERS_AGENT,
  OTHER_PHARMACY,
  PACK,
  PHARMACY,
  receivedByPharmacy,
  receivedByWholesaler,
  recordedAt,
  says,
  shippedToPharmacy,
  shippedToWholesaler,
  WHOLESALER,
} from './claims-in-tests.ts';
import { foldPack } from './fold-pack.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { claimsArbitrary } from './random-claims-in-tests.ts';
import { needsHistory, recordOnPack } from './record-on-pack.ts';
import { replayPack } from './replay-pack.ts';
import { foldSlowly } from './slow-fold-in-tests.ts';

/** What both readings of the sheet can be asked. */
function slowly(claims: readonly Claim[]) {
  const { effects, world } = foldSlowly(claims);
  const { status, holder, group, from, to, returned, foreign, disputed } = world;
  return {
    effects,
    status,
    place: { holder, group, from, to, returned },
    lot: world.commissioning?.lot,
    locks: world.locks.map(({ event }) => event),
    foreign,
    disputed,
  };
}

function recorded(claims: readonly Claim[]) {
  const { state, entries } = new Ledger().all(...claims);
  const { place, status, disputed } = state;
  const held = place.kind === 'held' ? place : undefined;
  const transit = place.kind === 'transit' ? place : undefined;
  return {
    effects: entries.map(({ effect }) => effect),
    status,
    place: {
      holder: held?.party,
      group: held?.ownerGroup,
      from: transit?.from,
      to: transit?.to,
      returned: transit?.returned ?? false,
    },
    lot: state.lot,
    locks: [state.locked, ...state.otherLocks].flatMap((lock) => lock?.event ?? []),
    foreign: state.foreignSupply?.event,
    disputed,
  };
}

test('a pack that is destroyed already keeps its first destruction', () => {
  const ledger = atPharmacy().all(says(PHARMACY, 'destroy', 50), says(PHARMACY, 'destroy', 60));
  expect(ledger.entries.map(({ effect }) => effect)).not.toContain('without-effect');
  expect(ledger.state.terminal).toMatchObject({ at: hour(50), recordedAt: hour(50) });
});

test('a pack that two have destroyed was ended by the first: what the second says of it later is a contradiction', () => {
  const claims = [
    says(MAKER, 'commission', 0),
    recordedAt(4, says(MAKERS_AGENT, 'destroy', 3)),
    recordedAt(9, says(MAKER, 'free-sample', 9)),
    recordedAt(10, says(MAKER, 'destroy', 8)),
  ];
  expect(recorded(claims)).toMatchObject({ status: 'destroyed', disputed: true });
  expect(recorded(claims)).toEqual(slowly(claims));
});

describe('any history of a pack', () => {
  test('ends as a slow, second reading of the rule sheet says', () => {
    fc.assert(
      fc.property(claimsArbitrary(16), (claims) => {
        expect(recorded(claims)).toEqual(slowly(claims));
      }),
      { numRuns: 2500 },
    );
  });

  test('recorded one by one ends where a replay of it and a fold of it end', () => {
    fc.assert(
      fc.property(claimsArbitrary(16), (claims) => {
        const { state, entries } = new Ledger().all(...claims);
        expect(replayPack(PACK, claims, () => CONTEXT)).toEqual({ state, entries });
        const folded = foldPack(PACK, entries, CONTEXT);
        expect(folded.state).toEqual(state);
        expect(folded.effects).toEqual(entries.map(({ effect }) => effect));
      }),
      { numRuns: 1000 },
    );
  });

  test('without late statements and corrections is the same in the order of time, however it is cut', () => {
    const steps = [
      commissioned,
      shippedToWholesaler,
      receivedByWholesaler,
      shippedToPharmacy,
      receivedByPharmacy,
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(steps, { minLength: steps.length }), (shuffled) => {
        const told = shuffled.map((claim) => recordedAt(60, claim));
        const inOrder = steps.map((claim) => recordedAt(60, claim));
        const { place, status, disputed } = new Ledger().all(...told).state;
        const straight = new Ledger().all(...inOrder).state;
        expect({ place, status, disputed }).toEqual({
          place: straight.place,
          status: straight.status,
          disputed: straight.disputed,
        });
      }),
    );
  });
});

describe('the history is asked for', () => {
  const { state } = atPharmacy();
  const supplied = says(PHARMACY, 'supply', 50);

  test('not for what follows in order, nor for what moves nothing', () => {
    expect(needsHistory(INITIAL_STATE, commissioned)).toBe(false);
    expect(needsHistory(state, supplied)).toBe(false);
    expect(needsHistory(state, recordedAt(60, says(OTHER_PHARMACY, 'observe', 5)))).toBe(false);
    expect(needsHistory(state, recordedAt(60, says(MAKER, 'commission', 5)))).toBe(false);
  });

  test('for what is late, for an error declaration, and for a commissioning of what was spoken of', () => {
    expect(needsHistory(state, recordedAt(60, says(WHOLESALER, 'destroy', 25)))).toBe(true);
    expect(needsHistory(state, declares(receivedByPharmacy, 50))).toBe(true);
    const { state: spokenOf } = new Ledger().all(receivedByWholesaler);
    expect(needsHistory(spokenOf, recordedAt(60, commissioned))).toBe(true);
  });

  test('and recording without it is refused', () => {
    const late = recordedAt(60, says(WHOLESALER, 'destroy', 25));
    expect(() => recordOnPack(PACK, { state }, late, CONTEXT)).toThrow('history');
  });
});

describe('what was said before the commissioning arrived', () => {
  test('takes effect when it arrives, and the changes are told', () => {
    const ledger = new Ledger().all(shippedToWholesaler, receivedByWholesaler);
    expect(ledger.state).toMatchObject({ status: 'unknown', disputed: false });
    const { changed } = ledger.record(recordedAt(25, commissioned));
    expect(changed).toEqual([
      { event: shippedToWholesaler.event, effect: 'applied', takesPlaceOf: undefined },
      { event: receivedByWholesaler.event, effect: 'applied', takesPlaceOf: undefined },
    ]);
    expect(ledger.state).toMatchObject({ status: 'active', place: { kind: 'held', party: WHOLESALER.gln } });
  });
});

describe('a correction of the batch of a pack on its way', () => {
  const right = says(MAKER, 'commission', 50, { lot: lot('L9'), expiry: date('2028-04-30') });
  const declaration = declares(commissioned, 51, { correctives: [right.event] });

  test('changes lot and expiry, and leaves the pack where it is', () => {
    const ledger = atPharmacy();
    ledger.record(right);
    expect(ledger.state).toMatchObject({ lot: 'L1', disputed: true });
    const { changed } = ledger.record(declaration);
    expect(changed).toEqual([
      { event: commissioned.event, effect: 'corrected', takesPlaceOf: undefined },
      { event: right.event, effect: 'applied', takesPlaceOf: commissioned.event },
    ]);
    expect(ledger.state).toMatchObject({
      lot: 'L9',
      expiry: '2028-04-30',
      disputed: false,
      place: { kind: 'held', party: PHARMACY.gln },
    });
  });

  test('waits for its corrective event where the declaration comes first', () => {
    const ledger = atPharmacy();
    expect(ledger.record(declaration)).toMatchObject({ effect: 'barred' });
    expect(ledger.state).toMatchObject({ lot: 'L1', awaited: [right.event] });
    const outcome = ledger.record(recordedAt(52, right));
    expect(outcome).toMatchObject({ effect: 'applied', takesPlaceOf: commissioned.event, breaches: [] });
    expect(ledger.state).toMatchObject({ lot: 'L9', disputed: false, awaited: [] });
    expect(ledger.effectOf(declaration)).toBe('applied');
  });

  test('can itself be corrected, in the place of the first', () => {
    const ledger = atPharmacy().all(right, declaration);
    const righter = says(MAKER, 'commission', 60, { lot: lot('L10') });
    ledger.record(righter);
    ledger.record(declares(right, 61, { correctives: [righter.event] }));
    expect(ledger.state).toMatchObject({ lot: 'L10', place: { kind: 'held', party: PHARMACY.gln } });
    expect(ledger.entries.map(({ takesPlaceOf }) => takesPlaceOf).filter((event) => event)).toEqual([
      commissioned.event,
      right.event,
    ]);
  });

  test('stands before what happened at the same moment and was recorded after the first', () => {
    const sent = says(MAKER, 'ship', 10, { to: WHOLESALER.gln });
    const ledger = new Ledger().all(commissioned, sent, says(WHOLESALER, 'receive', 10));
    const sentRight = recordedAt(
      20,
      says(MAKER, 'ship', 10, { to: WHOLESALER.gln, location: PHARMACY.site }),
    );
    ledger.all(sentRight, declares(sent, 21, { correctives: [sentRight.event] }));
    expect(ledger.effectOf(sent)).toBe('corrected');
    expect(ledger.state.place).toMatchObject({ kind: 'held', party: WHOLESALER.gln });
  });

  test('by somebody else’s corrective event does nothing', () => {
    const ledger = atPharmacy();
    ledger.record({ ...right, reporter: OTHER_PHARMACY.gln });
    expect(ledger.record(declaration).effect).toBe('barred');
    expect(ledger.state.lot).toBe('L1');
  });
});

describe('a mark of dispute', () => {
  test('goes when the statement that contradicted is declared in error', () => {
    const foreign = says(OTHER_PHARMACY, 'supply', 50);
    const ledger = atPharmacy().all(foreign);
    expect(ledger.state).toMatchObject({ disputed: true, foreignSupply: { event: foreign.event } });
    ledger.record(declares(foreign, 51));
    expect(ledger.state).toMatchObject({ disputed: false, foreignSupply: undefined });
  });

  test('goes when a late record shows that there was no contradiction', () => {
    const ledger = new Ledger().all(commissioned, shippedToWholesaler, says(PHARMACY, 'receive', 40));
    expect(ledger.state.disputed).toBe(true);
    ledger.record(recordedAt(50, shippedToPharmacy));
    expect(ledger.state).toMatchObject({ disputed: false, place: { kind: 'held', party: PHARMACY.gln } });
  });
});

test('a supply by a non-holder that was told twice binds nobody once it is declared in error', () => {
  const foreign = says(OTHER_PHARMACY, 'supply', 50);
  const ledger = atPharmacy().all(foreign, says(OTHER_PHARMACY, 'supply', 50, { repeats: foreign.event }));
  ledger.record(declares(foreign, 51));
  expect(ledger.state.foreignSupply).toBeUndefined();
});

test('locks stand side by side: lifting one’s own leaves the other', () => {
  const first = says(MAKER, 'lock', 50);
  const second = says({ ...MAKER, gln: OTHER_PHARMACY.gln, role: 'regulator' }, 'lock', 51);
  const ledger = atPharmacy().all(first, second);
  expect(ledger.state).toMatchObject({
    locked: { event: first.event },
    otherLocks: [{ event: second.event }],
  });
  ledger.record(says(MAKER, 'lift', 55, { lifts: first.event }));
  expect(ledger.state).toMatchObject({ locked: { event: second.event }, otherLocks: [] });
});

test('an event ahead of its record time folds when it was recorded', () => {
  const ledger = atPharmacy();
  ledger.record(recordedAt(50, says(PHARMACY, 'supply', 90)));
  expect(ledger.state).toMatchObject({
    lastAppliedAt: hour(50),
    terminal: { at: hour(90), recordedAt: hour(50) },
  });
});
