import { expect, test } from 'vitest';
import { dateText, printedExpiryText } from './date-text.ts';
import { daysLeft, durationText } from './duration-text.ts';
import { identifierGroups } from './identifier-groups.ts';
import { clockInZone, instantInZone, zonePlace, zonesDiffer } from './instant-text.ts';
import { countText, numberText } from './number-text.ts';
import { oneInText } from './one-in-text.ts';

test('a GTIN is read in four groups, and joined again it is the same GTIN', () => {
  const groups = identifierGroups('gtin', '09506000134352').map(({ text }) => text);
  expect(groups).toEqual(['0', '9506000', '13435', '2']);
  expect(groups.join('')).toBe('09506000134352');
});

test('a serial is never cut, since a gap might be taken for a character', () => {
  expect(identifierGroups('serial', '12345678901234567890')).toEqual([
    { at: 0, text: '12345678901234567890' },
  ]);
});

test('an identifier of the wrong length is shown as it is', () => {
  expect(identifierGroups('gtin', '950600')).toEqual([{ at: 0, text: '950600' }]);
});

test('sizes of a log beyond 2^53 keep every digit', () => {
  expect(numberText('18446744073709551615')).toBe('18,446,744,073,709,551,615');
});

test('a count carries its noun in the right number', () => {
  expect(countText(1, 'pack', 'packs')).toBe('1 pack');
  expect(countText(10000, 'pack', 'packs')).toBe('10,000 packs');
});

test.each([
  [0, '0 s'],
  [12, '12 s'],
  [59.4, '59 s'],
  [240, '4 min'],
  [11_400, '3 h 10 min'],
  [7200, '2 h'],
  [86_400, '1 day'],
  [800_000, '9 days'],
])('%s seconds are said as %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

test('the last hours before a limit still count as a day, and after it none is left', () => {
  const now = Date.UTC(2026, 10, 20);
  expect(daysLeft(now + 3_600_000, now)).toBe(1);
  expect(daysLeft(now + 10 * 86_400_000, now)).toBe(10);
  expect(daysLeft(now - 1, now)).toBe(0);
});

test('an expiry date is said in words, and as it was printed', () => {
  expect(dateText('2028-05-31')).toBe('31 May 2028');
  expect(printedExpiryText('280500')).toBe('28 05 00');
  expect(dateText('no date')).toBe('no date');
});

test('one moment shows two wall clocks where the zones differ, and one where they do not', () => {
  const moment = '2026-11-20T10:31:07Z';
  expect(clockInZone(moment, 'Europe/Lisbon')).toBe('10:31:07');
  expect(clockInZone(moment, 'Europe/Paris')).toBe('11:31:07');
  expect(instantInZone(moment, 'Asia/Kolkata')).toBe('20 Nov 2026, 16:01:07');
  expect(zonesDiffer(moment, 'Europe/Paris', 'Europe/Berlin')).toBe(false);
  expect(zonesDiffer(moment, 'Europe/Paris', 'Europe/Lisbon')).toBe(true);
  expect(zonePlace('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
});

test.each([
  [1e-4, '1 in 10,000'],
  [10_000 / 32 ** 12, '1 in 115 trillion'],
  [1 / 2.5e6, '1 in 2.5 million'],
  [1e-30, '1 in more than 1,000 quintillion'],
  [1, '1 in 1'],
  [0, 'none'],
])('a chance of %s is said as %s', (chance, text) => {
  expect(oneInText(chance)).toBe(text);
});
