import { expect, test } from 'vitest';
import { batchFaults, EMPTY_REGISTER, nextStep, type RegisterState, requestOf } from './register-state.ts';

const TODAY = '2026-11-20';
const FULL: RegisterState = {
  open: 'check',
  product: { gtin: '09506000134352', name: 'Demo', serialLength: 12, serialAlphabet: '0123456789' },
  batch: 'ABC123',
  expiry: '2028-05-31',
  rows: [{ row: 1, serial: 'SN01', fault: undefined }],
};

test('what is sent has the expiry as it is printed, never with day 00', () => {
  expect(requestOf(FULL, TODAY)).toEqual({
    gtin: '09506000134352',
    batch: 'ABC123',
    expiry: '280531',
    serials: ['SN01'],
  });
});

test('the steps are answered from the top, and the first that is open comes next', () => {
  expect(nextStep(EMPTY_REGISTER, TODAY)).toBe('product');
  expect(nextStep({ ...FULL, batch: '' }, TODAY)).toBe('batch');
  expect(nextStep({ ...FULL, rows: [] }, TODAY)).toBe('serials');
  expect(nextStep(FULL, TODAY)).toBe('check');
});

test('one faulty row keeps everything from being sent', () => {
  const rows = [...FULL.rows, { row: 2, serial: 'A B', fault: { code: 'serial/taken' } as const }];
  expect(nextStep({ ...FULL, rows }, TODAY)).toBe('serials');
  expect(requestOf({ ...FULL, rows }, TODAY)).toBeUndefined();
});

test('an expiry date that has passed, or is none, is a fault; the last day itself is not', () => {
  expect(batchFaults('A', '2026-11-19', TODAY).expiry).toBe('past');
  expect(batchFaults('A', '', TODAY).expiry).toBe('missing');
  expect(batchFaults('A', '2027-02-30', TODAY).expiry).toBe('missing');
  expect(batchFaults('A', TODAY, TODAY).expiry).toBeUndefined();
});
