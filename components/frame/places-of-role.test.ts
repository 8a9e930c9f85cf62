import { expect, test } from 'vitest';
import { frameTexts } from '../texts/en/frame.ts';
import type { FrameRole } from './frame-data.ts';
import { isAtPlace } from './is-at-place.ts';
import { bottomPlacesOfRole, firstPlaceOfRole, placesOfRole } from './places-of-role.ts';

const ROLES = Object.keys(frameTexts.roles) as FrameRole[];

test.each(ROLES)('%s has at most five places at the bottom of a phone, with Scan in the middle', (role) => {
  const names = bottomPlacesOfRole(role).map(({ name }) => name);
  expect(names.length).toBeLessThanOrEqual(5);
  if (names.includes('scan')) {
    const before = names.indexOf('scan');
    const after = names.length - 1 - before;
    expect(Math.abs(before - after)).toBeLessThanOrEqual(1);
  }
});

test.each(ROLES)('%s finds the ledger on the rail', (role) => {
  expect(placesOfRole(role).map(({ name }) => name)).toContain('ledger');
});

test('only those who make packs register batches, and only a regulator sees anomalies', () => {
  const with_ = (name: string) =>
    ROLES.filter((role) => placesOfRole(role).some((place) => place.name === name));
  expect(with_('register')).toEqual(['manufacturer', 'contract-manufacturer']);
  expect(with_('anomalies')).toEqual(['regulator']);
});

test('a page below a place belongs to it, a page with a longer name does not', () => {
  expect(isAtPlace('/anomalies/abc', '/anomalies')).toBe(true);
  expect(isAtPlace('/anomalies', '/anomalies')).toBe(true);
  expect(isAtPlace('/anomalies-old', '/anomalies')).toBe(false);
  expect(isAtPlace('/scan', '/')).toBe(false);
});

test.each([
  ['manufacturer', 'register'],
  ['contract-manufacturer', 'register'],
  ['wholesaler', 'receive'],
  ['logistics', 'receive'],
  ['pharmacy', 'scan'],
  ['clinic', 'scan'],
  ['regulator', 'anomalies'],
  ['auditor', 'ledger'],
] as const)('a %s who has nothing yet begins with %s', (role, first) => {
  expect(firstPlaceOfRole(role)).toBe(first);
  expect(placesOfRole(role).map(({ name }) => name)).toContain(first);
});
