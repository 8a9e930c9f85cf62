import { readFileSync } from 'node:fs';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
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

  test.each(cases)('$tcId $comment: $result for every verifier', async ({ pk, msg, sig, result }) => {
    const want = result === 'valid';
    expect(node.ed25519Verify(bytes(pk), bytes(msg), bytes(sig))).toBe(want);
    expect(noble.ed25519Verify(bytes(pk), bytes(msg), bytes(sig))).toBe(want);
    expect(await node.ed25519VerifyApart(bytes(pk), bytes(msg), bytes(sig))).toBe(want);
    expect(await noble.ed25519VerifyApart(bytes(pk), bytes(msg), bytes(sig))).toBe(want);
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
      for (const { ed25519Signer } of [node, noble])
        expect(hexOf(ed25519Signer(key)(message))).toBe(hexOf(signature));
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

/** Points of small order, and encodings that are not the shortest of their point: where verifiers are known to disagree. */
const ODD_POINTS = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
];
/** The order of the curve's large group, little-endian. */
const ORDER = 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010';
const SCALARS = ['00'.repeat(32), `01${'00'.repeat(31)}`, ORDER, `${ORDER.slice(0, -2)}90`, 'ff'.repeat(32)];

test.each(ODD_POINTS)('a key or an R of %s is refused by all, whatever S is', async (odd) => {
  const key = hexOf(node.ed25519PublicKey(new Uint8Array(32).fill(7)));
  for (const [publicKey, r] of [...ODD_POINTS.map((point) => [odd, point]), [key, odd], [odd, key]])
    for (const s of SCALARS)
      for (const verify of [node.ed25519Verify, noble.ed25519Verify, node.ed25519VerifyApart])
        expect(await verify(bytes(publicKey ?? ''), bytes('01'), bytes(`${r}${s}`))).toBe(false);
});

test('an S with the order added to it is the same number to no verifier', () => {
  const seed = new Uint8Array(32).fill(7);
  const signature = node.ed25519Sign(seed, bytes('01'));
  const s = littleEndian(signature.subarray(32)) + littleEndian(bytes(ORDER));
  const longer = Buffer.concat([
    signature.subarray(0, 32),
    Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse(),
  ]);
  for (const verify of [node.ed25519Verify, noble.ed25519Verify]) {
    expect(verify(node.ed25519PublicKey(seed), bytes('01'), signature)).toBe(true);
    expect(verify(node.ed25519PublicKey(seed), bytes('01'), longer)).toBe(false);
  }
});

test('bytes changed at random are judged alike by both', () => {
  const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(seed, fc.nat(95), fc.integer({ min: 1, max: 255 }), (key, at, change) => {
      const message = bytes('cafe');
      const all = Buffer.concat([node.ed25519PublicKey(key), node.ed25519Sign(key, message)]);
      all[at] = (all[at] ?? 0) ^ change;
      const args = [all.subarray(0, 32), message, all.subarray(32)] as const;
      expect(noble.ed25519Verify(...args)).toBe(false);
      expect(node.ed25519Verify(...args)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('a signature that only passes when points of small order are ignored is refused by all', async () => {
  const seed = new Uint8Array(32).fill(7);
  const message = bytes('00ff');
  const honest = node.ed25519Sign(seed, message);
  const torsion = ed25519.Point.fromBytes(bytes(ODD_POINTS[10] ?? ''));
  const key = ed25519.Point.fromBytes(node.ed25519PublicKey(seed)).add(torsion).toBytes();
  const signature = mixed(seed, key, message);
  expect(ed25519.verify(signature, message, key, { zip215: true })).toBe(true);
  expect(node.ed25519Verify(key, message, signature)).toBe(false);
  expect(noble.ed25519Verify(key, message, signature)).toBe(false);
  expect(await node.ed25519VerifyApart(key, message, signature)).toBe(false);
  expect(node.ed25519Verify(node.ed25519PublicKey(seed), message, honest)).toBe(true);
});

/** A signature under a key with a part of small order: R is honest, S answers for the honest part alone. */
function mixed(seed: Uint8Array, key: Uint8Array, message: Uint8Array): Uint8Array {
  const { scalar, prefix } = ed25519.utils.getExtendedPublicKey(seed);
  const { Fn, BASE } = ed25519.Point;
  for (let attempt = 0; ; attempt++) {
    const r = Fn.create(littleEndian(sha512(Buffer.concat([prefix, Buffer.from([attempt]), message]))));
    const R = BASE.multiply(r).toBytes();
    const k = Fn.create(littleEndian(sha512(Buffer.concat([R, key, message]))));
    // Where 8 divides k, the part of small order vanishes and every rule agrees.
    if (k % 8n === 0n) continue;
    const s = Fn.add(r, Fn.mul(k, Fn.create(scalar)));
    return Buffer.concat([R, Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse()]);
  }
}

const littleEndian = (data: Uint8Array): bigint => BigInt(`0x${Buffer.from(data).reverse().toString('hex')}`);
