import { describe, expect, test } from 'vitest';
import { checkDigit } from './check-digit.ts';

describe('check digit', () => {
  // From the tests of GS1's own syntax engine and from its example symbols.
  test.each([
    ['0234567', 3],
    ['1234567890123', 1],
    ['00614141123456789', 0],
    ['12345678901234567', 5],
    ['950600013435', 2],
    ['401234500005', 4],
  ])('of %s is %i', (body, want) => {
    expect(checkDigit(body)).toBe(want);
  });
});
