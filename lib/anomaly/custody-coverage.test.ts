import { expect, test } from 'vitest';
import { custodyCoverage } from './custody-coverage.ts';

test.each([
  ['nothing measured', 0, 0, 0.97],
  ['nineteen supplies in order are not enough to stop a pack', 19, 19, 38.4 / 39],
  ['twenty are', 20, 20, 0.985],
  ['one of a thousand missing', 999, 1000, 1018.4 / 1020],
  ['none ever', 0, 180, 0.097],
])('%s', (_name, good, total, expected) => {
  expect(custodyCoverage({ good, total })).toBeCloseTo(expected, 12);
});

test('the gate of the counter lies between nineteen and twenty supplies', () => {
  expect(custodyCoverage({ good: 19, total: 19 })).toBeLessThan(0.985);
  expect(custodyCoverage({ good: 20, total: 20 })).toBeGreaterThanOrEqual(0.985);
});
