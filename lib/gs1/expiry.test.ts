import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLocalDate } from '../kernel/local-date.ts';
import { expiryDigits, parseExpiry } from './expiry.ts';

const dateOf = (digits: string, thisYear: number) => {
  const expiry = parseExpiry(digits, thisYear);
  return expiry.ok ? expiry.value.date : expiry.error.code;
};

describe('expiry', () => {
  test('day 00 is the last day of the month, leap years included, and stays as printed', () => {
    expect(parseExpiry('280200', 2026)).toEqual({
      ok: true,
      value: { printed: '280200', date: '2028-02-29' },
    });
    expect(dateOf('270200', 2026)).toBe('2027-02-28');
    expect(dateOf('271100', 2026)).toBe('2027-11-30');
    expect(dateOf('271200', 2026)).toBe('2027-12-31');
  });

  test.each([
    // General Specifications 7.12: 51 to 99 ahead is the past century, 50 to 99 behind the next.
    ['760101', 2026, '2076-01-01'],
    ['770101', 2026, '1977-01-01'],
    ['000101', 2026, '2000-01-01'],
    ['990101', 2026, '1999-01-01'],
    ['490101', 2099, '2149-01-01'],
    ['000101', 2051, '2100-01-01'],
    ['010101', 2051, '2101-01-01'],
    ['020101', 2051, '2002-01-01'],
  ])('%s read in %i is %s', (digits, thisYear, want) => {
    expect(dateOf(digits, thisYear)).toBe(want);
  });

  test('refuses what is no date and points at it', () => {
    expect(parseExpiry('271301', 2026)).toEqual({ ok: false, error: { code: 'expiry/month', at: 2 } });
    expect(parseExpiry('270001', 2026)).toEqual({ ok: false, error: { code: 'expiry/month', at: 2 } });
    expect(parseExpiry('270230', 2026)).toEqual({ ok: false, error: { code: 'expiry/day', at: 4 } });
    expect(parseExpiry('270229', 2026)).toEqual({ ok: false, error: { code: 'expiry/day', at: 4 } });
    expect(parseExpiry('27O101', 2026)).toEqual({ ok: false, error: { code: 'expiry/non-digit', at: 2 } });
    expect(parseExpiry('2712', 2026)).toEqual({
      ok: false,
      error: { code: 'expiry/length', at: 4, length: 4 },
    });
    expect(parseExpiry('20271231', 2026)).toMatchObject({ error: { code: 'expiry/length' } });
  });

  test('every day within 49 years back and 50 ahead comes back from its digits', () => {
    const day = fc.date({ min: new Date('1977-01-01'), max: new Date('2076-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (at) => {
        const date = parseLocalDate(at.toISOString().slice(0, 10));
        if (!date) throw new Error('no date');
        const digits = expiryDigits(date);
        expect(digits.endsWith('00')).toBe(false);
        expect(dateOf(digits, 2026)).toBe(date);
      }),
    );
  });
});
