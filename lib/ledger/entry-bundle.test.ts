import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concatBytes, hexOf } from '../kernel/bytes.ts';
import { formatEntryBundle, MAX_ENTRY_BYTES, parseEntryBundle } from './entry-bundle.ts';

test('entries come back as they went in, empty ones too', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 256 }), (entries) => {
      const parsed = parseEntryBundle(formatEntryBundle(entries), entries.length);
      expect(parsed.ok && parsed.value.map(hexOf)).toEqual(entries.map(hexOf));
    }),
    { numRuns: 30 },
  );
});

test('an entry is at most 65535 bytes long', () => {
  const longest = new Uint8Array(MAX_ENTRY_BYTES).fill(7);
  const bundle = formatEntryBundle([longest]);
  expect(hexOf(bundle.slice(0, 2))).toBe('ffff');
  expect(parseEntryBundle(bundle, 1)).toMatchObject({ ok: true });
  expect(() => formatEntryBundle([new Uint8Array(MAX_ENTRY_BYTES + 1)])).toThrow();
});

test('a bundle cut off anywhere is refused, with the place of the entry that is cut', () => {
  const bundle = formatEntryBundle([Uint8Array.of(1, 2, 3), Uint8Array.of(4)]);
  for (let length = 0; length < bundle.length; length++)
    expect(parseEntryBundle(bundle.slice(0, length), 2)).toEqual({
      ok: false,
      error: { code: 'entry-bundle/truncated', at: length < 5 ? 0 : 5 },
    });
});

test('a bundle with more than its entries is refused', () => {
  const bundle = formatEntryBundle([Uint8Array.of(1)]);
  expect(parseEntryBundle(concatBytes(bundle, Uint8Array.of(0)), 1)).toEqual({
    ok: false,
    error: { code: 'entry-bundle/trailing-bytes', at: 3 },
  });
  expect(parseEntryBundle(formatEntryBundle([Uint8Array.of(1), Uint8Array.of(2)]), 1).ok).toBe(false);
});
