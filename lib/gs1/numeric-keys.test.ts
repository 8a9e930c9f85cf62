import { describe, expect, test } from 'vitest';
import { parseGln } from './gln.ts';
import { parseGtin } from './gtin.ts';
import { glnText, gtinText, ssccText } from './gtin-text.ts';
import { parseSscc } from './sscc.ts';

describe('GTIN', () => {
  test.each([
    ['02345673', '00000002345673'],
    ['416000336108', '00416000336108'],
    ['2112345678900', '02112345678900'],
    ['12345678901231', '12345678901231'],
  ])('%s is padded to fourteen digits', (input, want) => {
    expect(parseGtin(input)).toEqual({ ok: true, value: want });
  });

  test('a wrong check digit is pointed at and the right one named', () => {
    expect(parseGtin('95012345678902')).toEqual({
      ok: false,
      error: { code: 'gtin/check-digit', at: 13, want: 3 },
    });
  });

  test('a letter is pointed at before the length is judged', () => {
    expect(parseGtin('0950600O134352')).toEqual({ ok: false, error: { code: 'gtin/non-digit', at: 7 } });
    expect(parseGtin(' 9506000134352')).toEqual({ ok: false, error: { code: 'gtin/non-digit', at: 0 } });
  });

  test.each(['', '1', '1234567', '123456789', '12345678901', '123456789012345'])(
    'the length of "%s" is refused',
    (input) => {
      expect(parseGtin(input)).toEqual({
        ok: false,
        error: { code: 'gtin/length', at: input.length, length: input.length },
      });
    },
  );

  test('other digits of Unicode are no digits', () => {
    expect(parseGtin('٠٩٥٠٦٠٠٠١٣٤٣٥٢')).toMatchObject({
      ok: false,
      error: { code: 'gtin/non-digit', at: 0 },
    });
  });

  test('is read aloud in groups', () => {
    const gtin = parseGtin('09506000134352');
    expect(gtin.ok && gtinText(gtin.value)).toBe('0 9506000 13435 2');
  });
});

describe('GLN and SSCC', () => {
  test('keep their lengths apart', () => {
    expect(parseGln('9520123456788')).toEqual({ ok: true, value: '9520123456788' });
    expect(parseGln('09520123456788')).toMatchObject({ error: { code: 'gln/length' } });
    expect(parseSscc('952012345678912345')).toEqual({ ok: true, value: '952012345678912345' });
    expect(parseSscc('52012345678912345')).toMatchObject({ error: { code: 'sscc/length' } });
  });

  test('refuse a wrong check digit', () => {
    expect(parseGln('9520123456780')).toEqual({
      ok: false,
      error: { code: 'gln/check-digit', at: 12, want: 8 },
    });
    expect(parseSscc('006141411234567891')).toEqual({
      ok: false,
      error: { code: 'sscc/check-digit', at: 17, want: 0 },
    });
  });

  test('are read aloud in groups', () => {
    const gln = parseGln('9520123456788');
    const sscc = parseSscc('006141411234567890');
    expect(gln.ok && glnText(gln.value)).toBe('9520123 45678 8');
    expect(sscc.ok && ssccText(sscc.value)).toBe('0 0614141 123456789 0');
  });
});
