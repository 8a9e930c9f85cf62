import { readFileSync } from 'node:fs';
import { ed25519 } from '@noble/curves/ed25519.js';
import { expect, test } from 'vitest';
import { parseHex } from './bytes.ts';
import { ed25519KeyFault } from './ed25519-key-fault.ts';
import { haveVectors, vectorPath, vectorsNote } from './vectors-in-tests.ts';

const bytes = (hex: string): Uint8Array => parseHex(hex) ?? new Uint8Array(0);

test.each([
  ['31 bytes', '00'.repeat(31), 'key/length'],
  ['the neutral point', `01${'00'.repeat(31)}`, 'key/odd-encoding'],
  [
    'a point of order 8',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'key/odd-encoding',
  ],
  [
    'a y above the prime',
    'f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'key/odd-encoding',
  ],
  ['a y that no point has', `02${'00'.repeat(31)}`, 'key/not-a-point'],
] as const)('%s is no key', (_, hex, fault) => {
  expect(ed25519KeyFault(bytes(hex))).toBe(fault);
});

test('a key of RFC 8032 is one, and the same with any point of small order added to it is none', () => {
  const key = bytes('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
  expect(ed25519KeyFault(key)).toBe(undefined);
  let torsion = ed25519.Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05');
  const step = torsion;
  for (let order = 1; order < 8; order++, torsion = torsion.add(step))
    expect(ed25519KeyFault(ed25519.Point.fromBytes(key).add(torsion).toBytes())).toBe('key/torsion');
});

test.skipIf(!haveVectors)(`every key of Wycheproof’s valid signatures is admitted${vectorsNote}`, () => {
  const { testGroups } = JSON.parse(
    readFileSync(vectorPath('tlog/ed25519/wycheproof-ed25519.json'), 'utf8'),
  ) as { readonly testGroups: readonly { readonly publicKey: { readonly pk: string } }[] };
  for (const { publicKey } of testGroups) expect(ed25519KeyFault(bytes(publicKey.pk))).toBe(undefined);
});
