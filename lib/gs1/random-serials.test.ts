import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLEAR_ALPHABET, DIGITS_ALPHABET, guessChance } from './guess-chance.ts';
import { randomSerials } from './random-serials.ts';

/** A byte source that is the same in every run: each block of 256 holds every byte once, in an order of its own. */
function evenBytes(): (length: number) => Uint8Array {
  let state = 1;
  const pool: number[] = [];
  const next = (): number => {
    if (pool.length === 0) {
      for (let byte = 0; byte < 256; byte++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        pool.splice(Math.floor((state / 2 ** 32) * (pool.length + 1)), 0, byte);
      }
    }
    return pool.pop() ?? 0;
  };
  return (length) => Uint8Array.from({ length }, next);
}

describe('guess chance', () => {
  test('of a million in use out of ten digits is one in ten thousand', () => {
    expect(guessChance({ alphabet: DIGITS_ALPHABET, length: 10 }, 1_000_000)).toBeCloseTo(1e-4, 12);
    expect(guessChance({ alphabet: DIGITS_ALPHABET, length: 12 }, 1_000_000)).toBeCloseTo(1e-6, 12);
  });

  test('is never more than certain, and repeated characters add nothing', () => {
    expect(guessChance({ alphabet: '0', length: 1 }, 5)).toBe(1);
    expect(guessChance({ alphabet: '0011', length: 4 }, 1)).toBe(1 / 16);
  });
});

describe('random serials', () => {
  test('are different, of the policy, and none that is taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 12, max: 20 }), (count, length) => {
        const policy = { alphabet: CLEAR_ALPHABET, length };
        const first = randomSerials(count, policy, webBytes);
        if (!first.ok) throw new Error(first.error.code);
        expect(new Set(first.value).size).toBe(count);
        for (const serial of first.value) expect(serial).toMatch(/^[0-9A-HJ-NPRT-Y]+$/);
        expect(first.value.every((serial) => serial.length === length)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('favour no character of an alphabet that does not divide 256', () => {
    const made = randomSerials(2_000, { alphabet: DIGITS_ALPHABET, length: 20 }, evenBytes());
    if (!made.ok) throw new Error(made.error.code);
    const counts = new Map<string, number>();
    for (const digit of made.value.join('')) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    for (const digit of DIGITS_ALPHABET) {
      expect(counts.get(digit)).toBeGreaterThan(3_980);
      expect(counts.get(digit)).toBeLessThan(4_020);
    }
  });

  test('leave out what is taken', () => {
    const policy = { alphabet: DIGITS_ALPHABET, length: 20 };
    const first = randomSerials(50, policy, evenBytes());
    if (!first.ok) throw new Error(first.error.code);
    const second = randomSerials(50, policy, evenBytes(), new Set(first.value));
    expect(second.ok && second.value.some((serial) => first.value.includes(serial))).toBe(false);
  });

  test('a source that repeats itself is found out', () => {
    const policy = { alphabet: DIGITS_ALPHABET, length: 20 };
    expect(() => randomSerials(2, policy, (length) => new Uint8Array(length))).toThrow('repeats');
  });

  test.each([
    [{ alphabet: '01 ', length: 20 }, 'serial-policy/alphabet-character'],
    [{ alphabet: '0', length: 20 }, 'serial-policy/alphabet-size'],
    [{ alphabet: '01231', length: 20 }, 'serial-policy/alphabet-size'],
    [{ alphabet: DIGITS_ALPHABET, length: 21 }, 'serial-policy/length'],
    [{ alphabet: DIGITS_ALPHABET, length: 0 }, 'serial-policy/length'],
    [{ alphabet: DIGITS_ALPHABET, length: 6 }, 'serial-policy/guessable'],
  ])('are refused under %j', (policy, code) => {
    expect(randomSerials(100, policy, evenBytes())).toMatchObject({ ok: false, error: { code } });
  });
});

function webBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
