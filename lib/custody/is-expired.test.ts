import { expect, test } from 'vitest';
import { date, instant } from './claims-in-tests.ts';
import { isExpired } from './is-expired.ts';

const EXPIRY = date('2028-05-31');

test.each([
  ['2028-05-31T21:59:00Z', 'Europe/Berlin', false],
  ['2028-05-31T22:00:00Z', 'Europe/Berlin', true],
  ['2028-05-31T22:00:00Z', 'UTC', false],
  ['2028-05-31T10:30:00Z', 'Pacific/Kiritimati', true],
  ['2028-05-31T09:30:00Z', 'Pacific/Kiritimati', false],
  ['2028-06-01T09:00:00Z', 'Pacific/Honolulu', false],
  ['2028-06-01T10:00:00Z', 'Pacific/Honolulu', true],
  ['2020-01-01T00:00:00Z', 'UTC', false],
  ['2040-01-01T00:00:00Z', 'UTC', true],
])('at %s in %s a pack of 31 May 2028 is expired: %s', (at, timeZone, expected) => {
  expect(isExpired(EXPIRY, instant(at), timeZone)).toBe(expected);
});

test('a pack without an expiry date never expires', () => {
  expect(isExpired(undefined, instant('2040-01-01T00:00:00Z'), 'UTC')).toBe(false);
});
