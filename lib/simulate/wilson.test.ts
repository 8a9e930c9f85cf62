import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

// detectors.md 3.6 gives these two.
test.each([
  [95, 100, 0.888, 0.979],
  [297, 300, 0.971, 0.997],
])('%i of %i lies between %f and %f', (found, total, lower, upper) => {
  expect(wilson(found, total).lower).toBeCloseTo(lower, 2);
  expect(wilson(found, total).upper).toBeCloseTo(upper, 2);
});

test('nothing tried tells nothing', () => {
  expect(wilson(0, 0)).toEqual({ lower: 0, upper: 1 });
});
