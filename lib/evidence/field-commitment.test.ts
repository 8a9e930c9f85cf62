import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hexOf } from '../kernel/bytes.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { EMPTY_ROOT } from '../ledger/hash.ts';
import {
  commitField,
  extensionField,
  type FieldName,
  fieldMembership,
  payloadRoot,
  verifyField,
} from './field-commitment.ts';

const saltOf = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const VALUES: readonly (readonly [FieldName, Json])[] = [
  ['what', { epcList: ['https://id.gs1.org/01/09520000000004/21/1'] }],
  ['when', { eventTime: '2026-11-20T08:00:00.000Z', eventTimeZoneOffset: '+01:00' }],
  ['where', { readPoint: 'https://id.gs1.org/414/9520001000007' }],
  ['why', { bizStep: 'shipping', disposition: 'in_transit' }],
  ['who', {}],
  ['quantity', 1],
  ['hash', 'ni:///sha-256;00?ver=CBV2.0'],
  ['declaration', null],
  ['extension https://example.org/ns', { b: 1, a: [true, null] }],
];
const FIELDS = VALUES.map(([name, value], at) => ({
  name,
  commitment: commitField(saltOf(at), name, value),
}));

test('a commitment is SHA-256 of domain, salt, length, name and canonical value', () => {
  const want = createHash('sha256')
    .update('dpl-field/v1\0')
    .update(saltOf(7))
    .update(Buffer.from([3]))
    .update('why')
    .update('{"a":"ä","b":[1,2.5]}')
    .digest('hex');
  expect(hexOf(commitField(saltOf(7), 'why', { b: [1, 2.5], a: 'ä' }))).toBe(want);
});

test('another salt, name or value gives another commitment', () => {
  const commitments = [
    commitField(saltOf(1), 'why', 'a'),
    commitField(saltOf(2), 'why', 'a'),
    commitField(saltOf(1), 'who', 'a'),
    commitField(saltOf(1), 'why', 'b'),
    commitField(saltOf(1), 'why', ['a']),
  ].map(hexOf);
  expect(new Set(commitments).size).toBe(commitments.length);
});

test('what cannot be committed to is not', () => {
  expect(() => commitField(new Uint8Array(31), 'why', 1)).toThrow();
  expect(() => commitField(saltOf(1), 'why', '\ud800')).toThrow();
  expect(() => commitField(saltOf(1), `extension ${'x'.repeat(250)}`, 1)).toThrow();
});

test('a namespace of any length names a group of its own', () => {
  expect(extensionField('https://example.org/ns')).toBe('extension https://example.org/ns');
  const [a, b] = ['a', 'b'].map((end) => extensionField(`https://example.org/${'x'.repeat(300)}${end}`));
  expect(a).toMatch(/^extension sha256:[0-9a-f]{64}$/);
  expect(b).not.toBe(a);
});

describe('the payload root', () => {
  const root = payloadRoot(FIELDS);

  test('does not depend on the order the fields are given in', () => {
    expect(hexOf(payloadRoot(FIELDS.toReversed()))).toBe(hexOf(root));
    expect(hexOf(payloadRoot(FIELDS.slice(1)))).not.toBe(hexOf(root));
    expect(hexOf(payloadRoot([]))).toBe(hexOf(EMPTY_ROOT));
  });

  test('sorts by the bytes of the names, not by how a language compares strings', () => {
    // U+10000 is before U+FFFD in UTF-16 and behind it in UTF-8.
    const names: readonly FieldName[] = ['extension \ufffd', 'extension \u{10000}'];
    const fields = names.map((name, at) => ({ name, commitment: commitField(saltOf(at), name, at) }));
    const [first, second] = fields.map((field) =>
      createHash('sha256')
        .update(Buffer.from([0]))
        .update(field.commitment)
        .digest(),
    );
    const want = createHash('sha256')
      .update(Buffer.from([1]))
      .update(first ?? '')
      .update(second ?? '')
      .digest('hex');
    expect(hexOf(payloadRoot(fields))).toBe(want);
  });

  test('discloses each field alone', () => {
    for (const [at, [name, value]] of VALUES.entries()) {
      const membership = fieldMembership(FIELDS, name);
      if (!membership) throw new Error('not a member');
      const opening = { name, value, salt: saltOf(at) };
      const refused = { ok: false, error: { code: 'membership/not-in-the-root' } };
      expect(verifyField(opening, membership, root).ok).toBe(true);
      expect(verifyField({ ...opening, value: 'another' }, membership, root)).toEqual(refused);
      expect(verifyField({ ...opening, name: 'document' }, membership, root)).toEqual(refused);
      expect(verifyField({ ...opening, salt: saltOf(99) }, membership, root)).toEqual(refused);
      for (const i of membership.proof.keys()) {
        const proof = membership.proof.with(i, EMPTY_ROOT);
        expect(verifyField(opening, { ...membership, proof }, root)).toEqual(refused);
      }
    }
  });

  test('still proves the other fields when one is erased: only its commitment is needed', () => {
    const membership = fieldMembership(FIELDS, 'why');
    if (!membership) throw new Error('not a member');
    const kept = { name: 'why', value: VALUES[3]?.[1] ?? null, salt: saltOf(3) };
    expect(verifyField(kept, membership, root).ok).toBe(true);
  });

  test('has no field that is not in it, and none twice', () => {
    expect(fieldMembership(FIELDS, 'document')).toBeUndefined();
    expect(() => payloadRoot([...FIELDS, ...FIELDS.slice(0, 1)])).toThrow();
  });

  test('a disclosure that is malformed is refused, not thrown at', () => {
    const membership = { index: 0n, size: 1n, proof: [] };
    const malformed = { ok: false, error: { code: 'field/malformed' } };
    expect(verifyField({ name: 'why', value: 1, salt: new Uint8Array(31) }, membership, root)).toEqual(
      malformed,
    );
    expect(verifyField({ name: '', value: 1, salt: saltOf(1) }, membership, root)).toEqual(malformed);
    expect(verifyField({ name: 'x'.repeat(256), value: 1, salt: saltOf(1) }, membership, root)).toEqual(
      malformed,
    );
    expect(verifyField({ name: '\ud800', value: 1, salt: saltOf(1) }, membership, root)).toEqual(malformed);
    expect(verifyField({ name: 'why', value: '\ud800', salt: saltOf(1) }, membership, root)).toEqual(
      malformed,
    );
    expect(verifyField({ name: 'why', value: Number.NaN, salt: saltOf(1) }, membership, root)).toEqual(
      malformed,
    );
  });
});
