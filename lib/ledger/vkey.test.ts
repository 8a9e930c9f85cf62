import { describe, expect, test } from 'vitest';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { readVector } from './read-vector-in-tests.ts';
import { formatVkey, parseVkey, vkeyOf } from './vkey.ts';

describe.skipIf(!haveVectors)(`the verifier keys of golang.org/x/mod${vectorsNote}`, () => {
  const { vkey, badVkeys } = haveVectors
    ? readVector<{ vkey: string; badVkeys: string[] }>('signed-note/xmod-note.json')
    : { vkey: '', badVkeys: [] };

  test('a good one is read and written as it was', () => {
    const parsed = parseVkey(vkey);
    expect(parsed.ok && formatVkey(parsed.value)).toBe(vkey);
  });

  test('every proper substring of it is refused', () => {
    for (let start = 0; start < vkey.length; start++)
      for (let end = start; end <= vkey.length; end++)
        if (end - start < vkey.length) expect(parseVkey(vkey.slice(start, end)).ok).toBe(false);
  });

  test('every one of its characters counts', () => {
    for (let at = 0; at < vkey.length; at++) {
      const next = String.fromCharCode(vkey.charCodeAt(at) + 1);
      expect(parseVkey(vkey.slice(0, at) + next + vkey.slice(at + 1)).ok, `character ${at}`).toBe(false);
    }
  });

  test.each(badVkeys)('%s is refused', (bad) => {
    expect(parseVkey(bad).ok).toBe(false);
  });
});

describe.skipIf(!haveVectors)(`verifier keys of several signature types${vectorsNote}`, () => {
  const { cases } = haveVectors
    ? readVector<{ cases: { name: string; vkey: string; err: boolean }[] }>('cosignature/formats-vkeys.json')
    : { cases: [] };
  test.each(cases)('$name', ({ name, vkey, err }) => {
    const parsed = parseVkey(vkey);
    if (name.includes('MLDSA')) expect(parsed).toEqual({ ok: false, error: { code: 'vkey/type' } });
    else expect(parsed.ok).toBe(!err);
  });
});

test.each(['', 'a b', 'a+b', 'a\u00a0b', 'a\u2028b', 'a\tb', '\ud800'])('%j is no key name', (name) => {
  expect(() => vkeyOf(name, new Uint8Array(32))).toThrow();
});

test('a public key has 32 bytes', () => {
  expect(() => vkeyOf('example.com/log', new Uint8Array(31))).toThrow();
});
