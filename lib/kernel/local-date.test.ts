import { expect, test } from 'vitest';
import { daysAfter, daysBetween, type LocalDate, parseLocalDate } from './local-date.ts';

const day = (text: string): LocalDate => {
  const date = parseLocalDate(text);
  if (!date) throw new Error(text);
  return date;
};

test.each([
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-01-01', -1, '2025-12-31'],
  // The clocks change in between in most of Europe; a day is a day all the same.
  ['2026-03-28', 2, '2026-03-30'],
])('%s and %i days are %s', (from, days, until) => {
  expect(daysAfter(day(from), days)).toBe(until);
  expect(daysBetween(day(from), day(until))).toBe(days);
});
