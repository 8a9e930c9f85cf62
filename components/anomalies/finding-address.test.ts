import { expect, test } from 'vitest';
import { anomaliesAddress, isUnfiltered, parseFindingFilters } from './finding-address.ts';

test('filters stand in the address and come back from it', () => {
  const filters = {
    severity: 5,
    kind: 'case',
    status: 'open',
    detector: 'D03',
    country: 'PT',
    q: 'SN 01',
    after: undefined,
  } as const;
  const address = anomaliesAddress(filters);
  expect(address).toBe('/anomalies?severity=5&kind=case&status=open&detector=D03&country=PT&q=SN+01');
  const query = Object.fromEntries(new URLSearchParams(address.split('?')[1]));
  expect(parseFindingFilters(query)).toEqual(filters);
});

test('no filter has the plain address', () => {
  expect(anomaliesAddress({})).toBe('/anomalies');
  expect(isUnfiltered(parseFindingFilters({}))).toBe(true);
});

test('nonsense in the address is no filter', () => {
  const filters = parseFindingFilters({ severity: '9', kind: ['case', 'stop'], status: 'x', q: '' });
  expect(isUnfiltered(filters)).toBe(true);
});

test('the second page of everything is still everything', () => {
  expect(isUnfiltered({ after: 'key' })).toBe(true);
});
