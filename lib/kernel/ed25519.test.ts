import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOf, parseHex } from './bytes.ts';
import * as noble from './ed25519-noble.ts';
import * as node from './ed25519-node.ts';
import { haveVectors, vectorPath, vectorsNote } from './vectors-in-tests.ts';

interface Wycheproof {
  readonly testGroups: {
    readonly publicKey: { readonly pk: string };
    readonly tests: {
      readonly tcId: number;
      readonly comment: string;
      readonly msg: string;
      readonly sig: string;
      readonly result: 'valid' | 'invalid';
    }[];
  }[];
}

const bytes = (hex: string): Uint8Array => parseHex(hex) ?? new Uint8Array(0);

describe.skipIf(!haveVectors)(`Wycheproof's Ed25519${vectorsNote}`, () => {
  const { testGroups } = haveVectors
    ? (JSON.parse(readFileSync(vectorPath('tlog/ed25519/wycheproof-ed25519.json'), 'utf8')) as Wycheproof)
    : { testGroups: [] };
  const cases = testGroups.flatMap(({ publicKey, tests }) =>
    tests.map((vector) => ({ ...vector, pk: publicKey.pk })),
  );

  test.each(cases)('$tcId $comment: $result for both verifiers', ({ pk, msg, sig, result }) => {
    const want = result === 'valid';
    expect(node.ed25519Verify(bytes(pk), bytes(msg), bytes(sig))).toBe(want);
    expect(noble.ed25519Verify(bytes(pk), bytes(msg), bytes(sig))).toBe(want);
  });
});

test('both sign with the same bytes and accept each other', () => {
  const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(seed, fc.uint8Array({ maxLength: 200 }), (key, message) => {
      const publicKey = node.ed25519PublicKey(key);
      const signature = node.ed25519Sign(key, message);
      expect(hexOf(noble.ed25519PublicKey(key))).toBe(hexOf(publicKey));
      expect(hexOf(noble.ed25519Sign(key, message))).toBe(hexOf(signature));
      expect(noble.ed25519Verify(publicKey, message, signature)).toBe(true);
      expect(node.ed25519Verify(publicKey, message, signature)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test('a key or a signature of the wrong length is refused by both, not thrown at', () => {
  const [key, signature] = [new Uint8Array(32), new Uint8Array(64)];
  for (const verify of [node.ed25519Verify, noble.ed25519Verify]) {
    expect(verify(key.slice(1), new Uint8Array(0), signature)).toBe(false);
    expect(verify(key, new Uint8Array(0), signature.slice(1))).toBe(false);
    expect(verify(new Uint8Array(32).fill(0xff), new Uint8Array(0), signature)).toBe(false);
  }
});
