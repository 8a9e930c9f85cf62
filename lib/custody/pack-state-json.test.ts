import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../kernel/canonical-json.ts';
import {
  atPharmacy,
  FRENCH_REGULATOR,
  hour,
  Ledger,
  MAKER,
  OTHER_PHARMACY,
  PHARMACY,
  REGULATOR,
  says,
} from './claims-in-tests.ts';
import { INITIAL_STATE } from './initial-state.ts';
import type { PackState } from './pack-state.ts';
import { packStateToJson, parsePackState } from './pack-state-json.ts';
import { claimsArbitrary } from './random-claims-in-tests.ts';

/** As it comes back from a jsonb column. */
const stored = (state: PackState): Json => JSON.parse(JSON.stringify(packStateToJson(state)));

const rich = atPharmacy().all(
  says(MAKER, 'lock', 45),
  says(FRENCH_REGULATOR, 'lock', 46),
  says(OTHER_PHARMACY, 'supply', 47),
  says(PHARMACY, 'supply', 50),
).state;

describe('the stored form of a pack’s state', () => {
  test('brings back every state that a history can lead to', () => {
    fc.assert(
      fc.property(claimsArbitrary(12), (claims) => {
        const { state } = new Ledger().all(...claims);
        expect(parsePackState(stored(state))).toEqual({ ok: true, value: state });
      }),
      { numRuns: 500 },
    );
  });

  test('brings back locks, foreign supplies and whom they bind', () => {
    expect(rich.otherLocks[0]?.reach).toEqual({ kind: 'only', countries: ['FR'] });
    expect(parsePackState(stored(rich))).toEqual({ ok: true, value: rich });
    const spared = atPharmacy().all(
      says(MAKER, 'lock', 45, { event: 'lock' }),
      says(REGULATOR, 'lift', 46, { lifts: 'lock' }),
    ).state;
    expect(spared.locked?.reach).toEqual({ kind: 'all-but', countries: ['DE'] });
    expect(parsePackState(stored(spared))).toEqual({ ok: true, value: spared });
  });

  test('brings back what a container is, and what is in it', () => {
    const inside = { container: 'https://id.gs1.org/00/095200000000000011', since: hour(1), event: 'e1' };
    const packed: PackState = { ...rich, inside, packed: true };
    expect(parsePackState(stored(packed))).toEqual({ ok: true, value: packed });
    for (const closed of [true, false])
      expect(parsePackState(stored({ ...rich, closed }))).toEqual({ ok: true, value: { ...rich, closed } });
  });

  test('is small where nothing has happened', () => {
    expect(stored(INITIAL_STATE)).toEqual({ v: 1, s: 'unknown' });
  });

  test('of another version is refused', () => {
    expect(parsePackState({ ...packStateToJson(rich), v: 2 })).toEqual({
      ok: false,
      error: { code: 'pack-state/version' },
    });
    expect(parsePackState([])).toMatchObject({ ok: false });
    expect(parsePackState(null)).toMatchObject({ ok: false });
  });

  test.each([
    ['s', 'eaten'],
    ['p', ['h', '9520000000012', null, 0]],
    ['p', ['x']],
    ['p', ['t', '9520000000011', null, 0, 'no']],
    ['l', 'a batch number of more than twenty'],
    ['e', '2028-02-30'],
    ['c', ['e1', 'nobody', null, null, 0, 0]],
    ['t', 'e1'],
    ['k', [['e1', '9520000000011', null, null, 0, 0, ['some', 'DE']]]],
    ['a', 'yesterday'],
    ['z', 1.5],
    ['w', [7]],
  ])('with a %s that is %j is refused, with the field', (field, value) => {
    expect(parsePackState({ ...packStateToJson(rich), [field]: value as Json })).toEqual({
      ok: false,
      error: { code: 'pack-state/malformed', field },
    });
  });
});
