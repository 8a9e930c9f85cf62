import { describe, expect, test } from 'vitest';
import { parseLot } from './lot.ts';
import { parseSerial } from './serial.ts';

const SET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

describe.each([
  ['serial', parseSerial],
  ['lot', parseLot],
] as const)('%s', (area, parse) => {
  test('takes every character of set 82 and keeps it as it is', () => {
    expect(SET_82).toHaveLength(82);
    for (let i = 0; i < SET_82.length; i += 20) {
      const text = SET_82.slice(i, i + 20);
      expect(parse(text)).toEqual({ ok: true, value: text });
    }
  });

  test('keeps case and leading zeros', () => {
    expect(parse('00aB')).toEqual({ ok: true, value: '00aB' });
  });

  test.each([...' #$@[\\]^`{|}~\u0000\u001d\u007fÄ٠'])('refuses %j and points at it', (character) => {
    expect(parse(`AB${character}C`)).toEqual({
      ok: false,
      error: { code: `${area}/character`, at: 2, character },
    });
  });

  test('names a character beyond 16 bits whole', () => {
    expect(parse('A💊')).toEqual({ ok: false, error: { code: `${area}/character`, at: 1, character: '💊' } });
  });

  test('has 1 to 20 characters', () => {
    expect(parse('')).toEqual({ ok: false, error: { code: `${area}/empty`, at: 0 } });
    expect(parse('A'.repeat(20)).ok).toBe(true);
    expect(parse('A'.repeat(21))).toEqual({
      ok: false,
      error: { code: `${area}/too-long`, at: 20, length: 21 },
    });
  });
});
