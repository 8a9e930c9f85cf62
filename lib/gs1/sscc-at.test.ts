import { expect, test } from 'vitest';
import { ssccAt, ssccCount } from './sscc-at.ts';

test('the example of GS1’s Tag Data Standard, 0614141.1234567890, is the SSCC of that number', () => {
  expect(ssccAt('0614141', 1_234_567_890)).toBe('106141412345678908');
});

test('the extension digit counts on where the serial reference is used up', () => {
  expect(ssccAt('952123456789', 9_999).slice(0, 17)).toBe('09521234567899999');
  expect(ssccAt('952123456789', 10_000).slice(0, 17)).toBe('19521234567890000');
});

test('a prefix has as many numbers as its digits leave, and no more', () => {
  expect(ssccCount('952123456789')).toBe(100_000);
  expect(ssccAt('952123456789', 99_999).slice(0, 17)).toBe('99521234567899999');
  for (const n of [-1, 100_000, 0.5]) expect(() => ssccAt('952123456789', n)).toThrow('no SSCC');
});
