import { expect, test } from 'vitest';
import { parseTrendFilters, trendsAddress, trendsFileAddress } from './trends-address.ts';

test.each([
  ['/trends', { days: 91, cause: undefined, sort: 'rescans' }],
  ['/trends?days=28', { days: 28, cause: undefined, sort: 'rescans' }],
  ['/trends?days=364&cause=D03&sort=manual', { days: 364, cause: 'D03', sort: 'manual' }],
] as const)('%s says what is shown, and is said by it', (address, filters) => {
  expect(trendsAddress(filters)).toBe(address);
  const query = Object.fromEntries(new URL(address, 'http://localhost').searchParams);
  expect(parseTrendFilters(query)).toEqual(filters);
});

test('what is no filter is passed over', () => {
  const usual = { days: 91, cause: undefined, sort: 'rescans' };
  expect(parseTrendFilters({ days: '90', cause: "D03' or 1=1", sort: 'name', other: 'x' })).toEqual(usual);
  expect(parseTrendFilters({ days: ['28', '28'], cause: ['D03'] })).toEqual(usual);
});

test('a file is asked for under the same filters', () => {
  expect(trendsFileAddress({ days: 28, cause: 'D03', sort: 'scans' }, 'sites')).toBe(
    '/api/v1/trends?days=28&cause=D03&sort=scans&table=sites',
  );
});
