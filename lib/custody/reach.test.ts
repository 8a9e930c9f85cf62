import { describe, expect, test } from 'vitest';
import {
  atPharmacy,
  FRENCH_PHARMACY,
  FRENCH_REGULATOR,
  MAKER,
  PHARMACY,
  REGULATOR,
  says,
} from './claims-in-tests.ts';
import type { Reach } from './pack-state.ts';
import { joined, lockIn, statusIn } from './reach.ts';

const only = (...countries: string[]): Reach => ({ kind: 'only', countries });
const allBut = (...countries: string[]): Reach => ({ kind: 'all-but', countries });

describe('two reaches joined bind', () => {
  test.each([
    [undefined, only('DE'), undefined],
    [only('DE'), undefined, undefined],
    [only('DE'), only('FR', 'DE'), only('DE', 'FR')],
    [allBut('DE', 'FR'), only('DE'), allBut('FR')],
    [only('DE'), allBut('DE'), undefined],
    [allBut('DE', 'FR'), allBut('FR', 'PT'), allBut('FR')],
  ])('%j and %j: %j', (one, other, both) => {
    expect(joined(one, other)).toEqual(both);
  });
});

describe('a theft', () => {
  test('reported by the holder binds every country, until a regulator lifts it for its own', () => {
    const theft = says(PHARMACY, 'steal', 50);
    const ledger = atPharmacy().all(theft);
    expect([statusIn(ledger.state, 'DE'), statusIn(ledger.state, 'FR')]).toEqual(['stolen', 'stolen']);
    ledger.record(says(REGULATOR, 'lift', 60, { lifts: theft.event }));
    expect([statusIn(ledger.state, 'DE'), statusIn(ledger.state, 'FR')]).toEqual(['active', 'stolen']);
    ledger.record(says(FRENCH_REGULATOR, 'lift', 61, { lifts: theft.event }));
    expect(statusIn(ledger.state, 'FR')).toBe('active');
    expect(statusIn(ledger.state, 'PT')).toBe('stolen');
  });

  test('reported by a regulator binds its country; by a second one both', () => {
    const ledger = atPharmacy().all(says(FRENCH_REGULATOR, 'steal', 50));
    expect([statusIn(ledger.state, 'DE'), statusIn(ledger.state, 'FR')]).toEqual(['active', 'stolen']);
    ledger.record(says(REGULATOR, 'steal', 51));
    expect([statusIn(ledger.state, 'DE'), statusIn(ledger.state, 'FR')]).toEqual(['stolen', 'stolen']);
    expect(statusIn(ledger.state, 'PT')).toBe('active');
  });

  test('lifted by the one regulator who reported it is gone', () => {
    const theft = says(REGULATOR, 'steal', 50);
    const { state } = atPharmacy().all(theft, says(REGULATOR, 'lift', 60, { lifts: theft.event }));
    expect(state).toMatchObject({ status: 'active', terminal: undefined });
  });
});

describe('a lock', () => {
  test('binds the country of the regulator who set it, and every country where the maker set it', () => {
    const ledger = atPharmacy().all(says(FRENCH_REGULATOR, 'lock', 50));
    expect(lockIn(ledger.state, FRENCH_PHARMACY.country)?.by).toBe(FRENCH_REGULATOR.gln);
    expect(lockIn(ledger.state, PHARMACY.country)).toBeUndefined();
    ledger.record(says(MAKER, 'lock', 51));
    expect(lockIn(ledger.state, PHARMACY.country)?.by).toBe(MAKER.gln);
  });
});
