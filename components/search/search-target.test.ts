import { expect, test } from 'vitest';
import { searchTarget } from './search-target.ts';

test.each([
  '(01)09506000134352(21)SN0001',
  ' 010950600013435217280531' + '10ABC123\u001d21SN0001 ',
  'https://id.gs1.org/01/09506000134352/21/SN0001',
])('a whole pack code (%j) leads to its pack', (query) => {
  expect(searchTarget(query, 2026)).toBe('/packs/09506000134352/SN0001');
});

test.each(['', 'SN0001', '09506000134352', 'paracetamol'])('%j has to be looked up', (query) => {
  expect(searchTarget(query, 2026)).toBeUndefined();
});

test.each([
  '195060001111111116',
  '(00)195060001111111116',
  '00195060001111111116',
  ']C100195060001111111116',
])('the SSCC %s leads to the case or pallet', (query) => {
  expect(searchTarget(query, 2026)).toBe('/containers/195060001111111116');
});
