import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { hexOf } from '../kernel/bytes.ts';
import {
  actorPseudonym,
  ledgerEventId,
  type NetworkKey,
  parseLedgerEventId,
  parseNetworkKey,
  sandboxKey,
} from './event-id.ts';

const BYTES = Buffer.from(Array.from({ length: 32 }, (_, i) => i));
const keyOf = (bytes: Uint8Array): NetworkKey => {
  const key = parseNetworkKey(bytes);
  if (!key) throw new Error('not a key');
  return key;
};
const KEY = keyOf(BYTES);
const GLN = '9520001000007';
const EVENT = 'urn:uuid:7e4b1b8e-6f0b-4d43-9a33-0c0d8a1f6a01';

/** The definition once more, by Node's own HMAC. */
const hmac = (...parts: readonly (string | number)[]): string => {
  const code = createHmac('sha256', BYTES);
  for (const part of parts) code.update(typeof part === 'number' ? Buffer.from([part]) : part);
  return code.digest('hex');
};

test("an event's id is HMAC(K_net, GLN 00 eventID 00 flag), cut to 16 bytes", () => {
  expect(hexOf(ledgerEventId(KEY, GLN, EVENT, false))).toBe(hmac(GLN, 0, EVENT, 0, 0).slice(0, 32));
  expect(hexOf(ledgerEventId(KEY, GLN, EVENT, true))).toBe(hmac(GLN, 0, EVENT, 0, 1).slice(0, 32));
});

test('an id beyond ASCII, or longer than any block, has an id like any other', () => {
  const long = `ni:///sha-256;${'ä'.repeat(300)}?ver=CBV2.0`;
  expect(hexOf(ledgerEventId(KEY, GLN, long, false))).toBe(hmac(GLN, 0, long, 0, 0).slice(0, 32));
});

test('a declaration, another organisation and another network each give another id', () => {
  const other = keyOf(Uint8Array.from(BYTES).with(0, 99));
  const ids = [
    ledgerEventId(KEY, GLN, EVENT, false),
    ledgerEventId(KEY, GLN, EVENT, true),
    ledgerEventId(KEY, '9520001000014', EVENT, false),
    ledgerEventId(other, GLN, EVENT, false),
    ledgerEventId(sandboxKey(KEY, GLN), GLN, EVENT, false),
  ].map(hexOf);
  expect(new Set(ids).size).toBe(ids.length);
});

test("an organisation's pseudonym is HMAC(K_net, GLN), cut to 16 bytes", () => {
  expect(hexOf(actorPseudonym(KEY, GLN))).toBe(hmac(GLN).slice(0, 32));
});

test("a sandbox's key is HMAC(K_net, sandbox GLN), whole", () => {
  expect(hexOf(sandboxKey(KEY, GLN))).toBe(hmac('sandbox', GLN));
});

test('keys and ids of other lengths are refused', () => {
  expect(parseNetworkKey(new Uint8Array(0))).toBeUndefined();
  expect(parseNetworkKey(new Uint8Array(31))).toBeUndefined();
  expect(parseNetworkKey(new Uint8Array(33))).toBeUndefined();
  expect(parseLedgerEventId(new Uint8Array(15))).toBeUndefined();
  expect(parseLedgerEventId(new Uint8Array(17))).toBeUndefined();
});
