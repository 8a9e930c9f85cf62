import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import { ed25519PublicKey, ed25519Sign } from '#ed25519';
import { hexOf, parseHex } from '../kernel/bytes.ts';
import { instantOf } from '../kernel/instant.ts';
import { EMPTY_ROOT } from '../ledger/hash.ts';
import { actorKeyId } from './actor-key.ts';
import { parseLedgerEventId } from './event-id.ts';
import { EVENT_FLAG, type EventLeaf } from './event-leaf.ts';
import { idOfKeyLeaf, type KeyFields, type KeyLeaf, keySignedBytes } from './key-leaf.ts';
import { KeyRegistry } from './key-registry.ts';
import { parseLeaf } from './leaf.ts';
import examplesFile from './leaf-examples.json' with { type: 'json' };

const seedOf = (n: number) => new Uint8Array(32).fill(n);
const publicOf = (n: number) => ed25519PublicKey(seedOf(n));
const idOf = (n: number) => actorKeyId(publicOf(n));
const ACTOR = new Uint8Array(16).fill(0xa0);
const at = instantOf(1_795_132_800_000);
if (!at.ok) throw new Error(at.error.code);
const TIME = at.value;

/** A leaf about key `n`, signed by whom `signedBy` names. */
function leaf(
  n: number,
  changed: Partial<KeyFields> = {},
  { possession = n, authority }: { possession?: number; authority?: number } = {},
): KeyLeaf {
  const fields: KeyFields = {
    ...{ action: 'add', holder: 'own', actor: ACTOR, time: TIME, publicKey: publicOf(n) },
    ...{ replaces: undefined, compromisedSince: undefined },
    signer: authority === undefined ? undefined : idOf(authority),
    ...changed,
  };
  const message = keySignedBytes(fields);
  return {
    ...{ ...fields, type: 'key', id: idOfKeyLeaf(fields) },
    possession: fields.action === 'revoke' ? undefined : ed25519Sign(seedOf(possession), message),
    authority: authority === undefined ? undefined : ed25519Sign(seedOf(authority), message),
  };
}

const revoke = (n: number, changed: Partial<KeyFields> = {}, signedBy: { authority?: number } = {}) =>
  leaf(n, { action: 'revoke', ...changed }, signedBy);
const rotate = (n: number, old: number) =>
  leaf(n, { action: 'rotate', replaces: idOf(old) }, { authority: old });

function event(n: number | undefined, changed: Partial<EventLeaf> = {}): EventLeaf {
  const eventId = parseLedgerEventId(new Uint8Array(16).fill(1));
  if (!eventId) throw new Error('an id');
  return {
    ...{ type: 'event', eventId, schema: 1, actor: ACTOR, eventTime: TIME, flags: 0 },
    actorKeyId: n === undefined ? new Uint8Array(8) : idOf(n),
    ...{ subjectsRoot: EMPTY_ROOT, payloadRoot: EMPTY_ROOT, prevRoot: EMPTY_ROOT, corrects: undefined },
    ...{ ext: new Uint8Array(), signature: n === undefined ? undefined : new Uint8Array(64) },
    ...changed,
  };
}

/** A registry that holds these leaves, at the indexes 0, 1, 2 … */
function holding(...leaves: readonly KeyLeaf[]): KeyRegistry {
  const registry = new KeyRegistry();
  for (const [index, one] of leaves.entries()) expect(registry.apply(one, BigInt(index))).toBe(undefined);
  return registry;
}

const codeOf = (answer: ReturnType<KeyRegistry['keyOf']>) =>
  answer && 'code' in answer ? answer.code : answer?.keyId;

test('the examples of the format, one after the other, are a history that the rules allow', () => {
  const registry = new KeyRegistry();
  for (const [index, { type, hex }] of examplesFile.examples.entries()) {
    const parsed = parseLeaf(parseHex(hex) ?? new Uint8Array());
    if (!parsed.ok || type !== 'key' || parsed.value.type !== 'key') continue;
    expect(registry.apply(parsed.value, BigInt(index))).toBe(undefined);
  }
  expect(registry.keys()).toHaveLength(2);
});

describe('an event', () => {
  test('from before the first key of its actor needs no signature, one from after it does', () => {
    expect(codeOf(holding().keyOf(event(undefined)))).toBe(undefined);
    expect(codeOf(holding(leaf(1)).keyOf(event(undefined)))).toBe('signature/missing');
    const others = { actor: new Uint8Array(16) };
    expect(codeOf(holding(leaf(1)).keyOf(event(undefined, others)))).toBe(undefined);
    expect(codeOf(holding(leaf(1), revoke(1)).keyOf(event(undefined)))).toBe('signature/missing');
  });

  test('needs a key of its actor that is active', () => {
    expect(codeOf(holding(leaf(1)).keyOf(event(1)))).toBe(hexOf(idOf(1)));
    expect(codeOf(holding(leaf(1)).keyOf(event(2)))).toBe('signature/key-unknown');
    const others = { actor: new Uint8Array(16) };
    expect(codeOf(holding(leaf(1)).keyOf(event(1, others)))).toBe('signature/key-unknown');
    expect(codeOf(holding(leaf(1), revoke(1)).keyOf(event(1)))).toBe('signature/key-not-active');
  });

  test('after a rotation is signed with the new key and not with the old', () => {
    const registry = holding(leaf(1), rotate(2, 1));
    expect(codeOf(registry.keyOf(event(2)))).toBe(hexOf(idOf(2)));
    expect(codeOf(registry.keyOf(event(1)))).toBe('signature/key-not-active');
  });

  test('says by its flag who has the key', () => {
    const registry = holding(leaf(1, { holder: 'platform' }), leaf(2));
    const flagged = { flags: EVENT_FLAG.platformHeldKey };
    expect(codeOf(registry.keyOf(event(1, flagged)))).toBe(hexOf(idOf(1)));
    expect(codeOf(registry.keyOf(event(1)))).toBe('signature/holder-flag');
    expect(codeOf(registry.keyOf(event(2, flagged)))).toBe('signature/holder-flag');
  });
});

describe('a leaf of the registry is not allowed', () => {
  const platform = leaf(1, { holder: 'platform' });
  test.each([
    ['where the key begins twice', [leaf(1)], leaf(1), 'key/known'],
    ['where it ends twice', [leaf(1), revoke(1)], revoke(1), 'key/known'],
    ['where a key begins again that has ended', [leaf(1), revoke(1)], leaf(1), 'key/known'],
    ['where a key ends that nobody knows', [], revoke(1), 'key/unknown'],
    [
      'where it ends a key of another actor',
      [leaf(1)],
      revoke(1, { actor: new Uint8Array(16) }),
      'key/unknown',
    ],
    ['where whoever registers the key has it not', [], leaf(1, {}, { possession: 2 }), 'key/signature'],
    ['where the platform puts a key beside an organisation’s own', [leaf(1)], leaf(2), 'key/signer'],
    ['where it puts one of its own there', [leaf(1)], leaf(2, { holder: 'platform' }), 'key/signer'],
    [
      'where the platform vouches with the key that it holds',
      [platform, leaf(2)],
      leaf(3, {}, { authority: 1 }),
      'key/signer',
    ],
    [
      'where a key vouches that has ended',
      [leaf(1), revoke(1), leaf(2)],
      leaf(3, {}, { authority: 1 }),
      'key/signer',
    ],
    [
      'where a key takes another’s place on the word of a third',
      [leaf(1), leaf(2, {}, { authority: 1 })],
      leaf(3, { action: 'rotate', replaces: idOf(1) }, { authority: 2 }),
      'key/signer',
    ],
    [
      'where a key of the platform takes the place of an organisation’s own',
      [leaf(1)],
      leaf(2, { action: 'rotate', holder: 'platform', replaces: idOf(1) }, { authority: 1 }),
      'key/signer',
    ],
  ] as const)('%s', (_, before, next, code) => {
    expect(holding(...before).apply(next, 9n)).toEqual({ code });
  });

  test('where a signature is over other bytes', () => {
    const changed = { ...leaf(1), holder: 'platform' } as const;
    expect(holding().apply(changed, 0n)).toEqual({ code: 'key/signature' });
    const later = { ...rotate(2, 1), time: leaf(3, { time: TIME }).time };
    expect(holding(leaf(1)).apply(later, 1n)).toBe(undefined);
    const vouched = leaf(2, {}, { authority: 1 });
    const authority = Uint8Array.from(vouched.authority ?? []).with(3, 0);
    expect(holding(leaf(1)).apply({ ...vouched, authority }, 1n)).toEqual({ code: 'key/signature' });
  });

  test('where the key is one that verifiers disagree about', () => {
    const torsion = ed25519.Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05');
    const mixed = ed25519.Point.fromBytes(publicOf(1)).add(torsion).toBytes();
    for (const publicKey of [mixed, new Uint8Array(32), new Uint8Array(32).fill(0xff)])
      expect(holding().apply(leaf(1, { publicKey }), 0n)).toEqual({ code: 'key/refused' });
  });
});

test('an organisation’s own key lets in another, and after its last one the platform may help out', () => {
  const registry = holding(
    leaf(1, { holder: 'platform' }),
    leaf(2),
    leaf(3, {}, { authority: 2 }),
    revoke(2, {}, { authority: 3 }),
    revoke(1, { holder: 'platform' }, { authority: 3 }),
    revoke(3, { compromisedSince: TIME }),
    leaf(4, { holder: 'platform' }),
  );
  expect(registry.keys().map(({ toIndex }) => toIndex)).toEqual([4n, 3n, 5n, undefined]);
  const again = new KeyRegistry(registry.keys());
  expect(again.keys()).toEqual(registry.keys());
  const flags = EVENT_FLAG.platformHeldKey;
  expect(codeOf(again.keyOf(event(4, { flags })))).toBe(hexOf(idOf(4)));
  expect(codeOf(again.keyOf(event(undefined)))).toBe('signature/missing');
});
