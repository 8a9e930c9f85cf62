import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOf, parseHex } from '../kernel/bytes.ts';
import { type Instant, instantOf } from '../kernel/instant.ts';
import { type Hash, leafHash, parseHash } from '../ledger/hash.ts';
import { encodeBlockHeaderLeaf } from './block-header-leaf.ts';
import { type LedgerEventId, parseLedgerEventId } from './event-id.ts';
import { EVENT_FLAG, type EventFields, encodeEventLeaf } from './event-leaf.ts';
import { encodeKeyLeaf, type KeyFields } from './key-leaf.ts';
import { entryIdOf, type Leaf, parseLeaf } from './leaf.ts';
import examplesFile from './leaf-examples.json' with { type: 'json' };
import { encodeObservationsLeaf } from './observations-leaf.ts';
import { encodeStatementLeaf } from './statement-leaf.ts';

type Fields = Readonly<Record<string, string | number | null>>;
interface Example {
  readonly name: string;
  readonly type: string;
  readonly fields: Fields;
  readonly hex: string;
  readonly leafHash: string;
}
const EXAMPLES: readonly Example[] = examplesFile.examples;

const bytes = (value: string | number | null | undefined): Buffer => Buffer.from(`${value ?? ''}`, 'hex');
const u8 = (value: number): Buffer => Buffer.from([value]);
const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
function u32(value: string | number | null | undefined): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(Number(value));
  return buffer;
}
function u64(value: string | number | null | undefined): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(BigInt(value ?? 0));
  return buffer;
}
function i64(value: string | number | null | undefined): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigInt64BE(BigInt(value ?? 0));
  return buffer;
}

/** The layouts once more, by hand and with nothing of the encoders. */
const BY_HAND: Readonly<Record<string, (f: Fields) => Buffer>> = {
  event: (f) =>
    Buffer.concat([
      bytes('44504c'),
      u8(1),
      u8(1),
      bytes(f['eventId']),
      u16(Number(f['schema'])),
      bytes(f['actor']),
      bytes(f['actorKeyId']),
      i64(f['eventTimeMs']),
      u16(Number(f['flags'])),
      bytes(f['subjectsRoot']),
      bytes(f['payloadRoot']),
      bytes(f['corrects'] ?? '00'.repeat(16)),
      u16(bytes(f['ext']).length),
      bytes(f['ext']),
      u8(f['signature'] === null ? 0 : 1),
      bytes(f['signature'] ?? '00'.repeat(64)),
      bytes(f['prevRoot']),
    ]),
  'block-header': (f) =>
    Buffer.concat([
      bytes('44504c'),
      u8(1),
      u8(2),
      u64(f['blockNo']),
      bytes(f['prevBlockLeafHash']),
      u64(f['prevSize']),
      bytes(f['prevRoot']),
      i64(f['timeMs']),
      u32(f['count']),
      u64(f['epoch']),
      u64(f['witnessedSize']),
      bytes(f['checkpointSha256']),
      bytes(f['mapRoot']),
    ]),
  key: (f) =>
    Buffer.concat([
      bytes('44504c'),
      u8(1),
      u8(3),
      bytes(f['id']),
      u8({ add: 1, rotate: 2, revoke: 3 }[`${f['action']}`] ?? 0),
      u8({ own: 1, platform: 2 }[`${f['holder']}`] ?? 0),
      bytes(f['actor']),
      i64(f['timeMs']),
      bytes(f['publicKey']),
      bytes(f['replaces'] ?? '00'.repeat(8)),
      u8(f['compromisedSinceMs'] === null ? 0 : 1),
      i64(f['compromisedSinceMs']),
      bytes(f['signer'] ?? '00'.repeat(8)),
      bytes(f['possession'] ?? '00'.repeat(64)),
      bytes(f['authority'] ?? '00'.repeat(64)),
    ]),
  observations: (f) =>
    Buffer.concat([
      bytes('44504c'),
      u8(1),
      u8(5),
      bytes(f['id']),
      i64(f['timeMs']),
      u32(f['count']),
      bytes(f['root']),
    ]),
  statement: (f) =>
    Buffer.concat([
      bytes('44504c'),
      u8(1),
      u8(6),
      bytes(f['id']),
      u8(Number(f['kind'])),
      bytes(f['actor']),
      i64(f['timeMs']),
      bytes(f['payloadRoot']),
    ]),
};

const present = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('malformed example');
  return value;
};
const hash = (value: string | number | null | undefined): Hash => present(parseHash(bytes(value)));
const id = (value: string | number | null | undefined): LedgerEventId =>
  present(parseLedgerEventId(bytes(value)));
function instant(value: string | number | null | undefined): Instant {
  const result = instantOf(Number(value));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const eventFields = (f: Fields): EventFields => ({
  eventId: id(f['eventId']),
  schema: Number(f['schema']),
  actor: bytes(f['actor']),
  actorKeyId: bytes(f['actorKeyId']),
  eventTime: instant(f['eventTimeMs']),
  flags: Number(f['flags']),
  subjectsRoot: hash(f['subjectsRoot']),
  payloadRoot: hash(f['payloadRoot']),
  corrects: f['corrects'] === null ? undefined : id(f['corrects']),
  ext: bytes(f['ext']),
  signature: f['signature'] === null ? undefined : bytes(f['signature']),
  prevRoot: hash(f['prevRoot']),
});

const unlessNull = (value: string | number | null | undefined): Buffer | undefined =>
  value === null ? undefined : bytes(value);

const keyFields = (f: Fields): KeyFields => ({
  action: present((['add', 'rotate', 'revoke'] as const).find((one) => one === f['action'])),
  holder: f['holder'] === 'own' ? 'own' : 'platform',
  actor: bytes(f['actor']),
  time: instant(f['timeMs']),
  publicKey: bytes(f['publicKey']),
  replaces: unlessNull(f['replaces']),
  compromisedSince: f['compromisedSinceMs'] === null ? undefined : instant(f['compromisedSinceMs']),
  signer: unlessNull(f['signer']),
});

const ENCODERS: Readonly<Record<string, (f: Fields) => Uint8Array>> = {
  event: (f) => encodeEventLeaf(eventFields(f)),
  'block-header': (f) =>
    encodeBlockHeaderLeaf({
      blockNo: BigInt(f['blockNo'] ?? 0),
      prevBlockLeafHash: hash(f['prevBlockLeafHash']),
      prevSize: BigInt(f['prevSize'] ?? 0),
      prevRoot: hash(f['prevRoot']),
      time: instant(f['timeMs']),
      count: Number(f['count']),
      epoch: BigInt(f['epoch'] ?? 0),
      witnessedSize: BigInt(f['witnessedSize'] ?? 0),
      checkpointSha256: hash(f['checkpointSha256']),
      mapRoot: hash(f['mapRoot']),
    }),
  key: (f) =>
    encodeKeyLeaf({
      ...keyFields(f),
      possession: unlessNull(f['possession']),
      authority: unlessNull(f['authority']),
    }),
  observations: (f) =>
    encodeObservationsLeaf({
      id: id(f['id']),
      time: instant(f['timeMs']),
      count: Number(f['count']),
      root: hash(f['root']),
    }),
  statement: (f) =>
    encodeStatementLeaf({
      id: id(f['id']),
      kind: Number(f['kind']),
      actor: bytes(f['actor']),
      time: instant(f['timeMs']),
      payloadRoot: hash(f['payloadRoot']),
    }),
};

function encoded(leaf: Leaf): Uint8Array {
  switch (leaf.type) {
    case 'event':
      return encodeEventLeaf(leaf);
    case 'block-header':
      return encodeBlockHeaderLeaf(leaf);
    case 'key':
      return encodeKeyLeaf(leaf);
    case 'observations':
      return encodeObservationsLeaf(leaf);
    case 'statement':
      return encodeStatementLeaf(leaf);
  }
}

function parsed(leaf: Uint8Array): Leaf {
  const result = parseLeaf(leaf);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe.each(EXAMPLES)('the example of $name', ({ type, fields, hex, leafHash: wantHash }) => {
  test('is its fields, one after the other', () => {
    expect(BY_HAND[type]?.(fields).toString('hex')).toBe(hex);
  });

  test('is what the encoder writes', () => {
    const leaf = ENCODERS[type]?.(fields) ?? new Uint8Array(0);
    expect(hexOf(leaf)).toBe(hex);
    expect(hexOf(leafHash(leaf))).toBe(wantHash);
  });

  test('is read, and written again as it was', () => {
    const leaf = parsed(bytes(hex));
    expect(leaf.type).toBe(type);
    expect(hexOf(encoded(leaf))).toBe(hex);
  });

  test('is refused when a byte is missing anywhere at its end, or one too many', () => {
    for (let length = 5; length < hex.length / 2; length++)
      expect(parseLeaf(bytes(hex.slice(0, length * 2))).ok, `${length} bytes`).toBe(false);
    expect(parseLeaf(bytes(`${hex}00`))).toMatchObject({ ok: false, error: { code: 'leaf/length' } });
  });

  test('either is refused or says something else when one bit of it is another', () => {
    const leaf = bytes(hex);
    for (const at of leaf.keys()) {
      const changed = Uint8Array.from(leaf).with(at, (leaf[at] ?? 0) ^ 1);
      const result = parseLeaf(changed);
      if (result.ok) expect(hexOf(encoded(result.value))).toBe(hexOf(changed));
    }
  });
});

test('zeros in the place of the corrected event mean that there is none', () => {
  const [first, second] = EXAMPLES.map((example) => parsed(bytes(example.hex)));
  expect(first).toMatchObject({ type: 'event', corrects: undefined, signature: undefined });
  expect(second?.type === 'event' && hexOf(second.corrects ?? new Uint8Array(0))).toBe(
    '000102030405060708090a0b0c0d0e0f',
  );
});

test('there is an example of every type of leaf', () => {
  expect(new Set(EXAMPLES.map((example) => example.type))).toEqual(new Set(Object.keys(ENCODERS)));
});

describe('bytes that are no leaf of ours', () => {
  const event = present(EXAMPLES[0]).hex;
  const KEY = EXAMPLES.find(({ type }) => type === 'key')?.hex;
  const at = (position: number, value: string): string =>
    event.slice(0, position * 2) + value + event.slice(position * 2 + value.length);
  test.each([
    ['nothing', '', { code: 'leaf/magic' }],
    ['another magic', at(0, '44504d'), { code: 'leaf/magic' }],
    ['a later layout', at(3, '02'), { code: 'leaf/version', version: 2 }],
    ['a policy', at(4, '04'), { code: 'leaf/unknown-type', type: 4 }],
    ['type 0', at(4, '00'), { code: 'leaf/unknown-type', type: 0 }],
    ['a time before 1900', at(47, '8000000000000000'), { code: 'leaf/time' }],
    ['a time after 2999', at(47, '7fffffffffffffff'), { code: 'leaf/time' }],
    ['a flag nobody knows', at(55, '0020'), { code: 'leaf/unknown-flags', flags: 32 }],
    ['a signature where there is none', at(140, '01'), { code: 'leaf/signature' }],
    ['an algorithm nobody knows', at(139, '02'), { code: 'leaf/signature' }],
    ['a key under an id of its own', present(KEY).replace(/^(.{10})../, '$1ff'), { code: 'leaf/key' }],
    [
      'a key that nobody knows what to do with',
      present(KEY).replace(/^(.{42})../, '$104'),
      { code: 'leaf/key' },
    ],
    ['400 bytes', event + '00'.repeat(400 - event.length / 2), { code: 'leaf/length', at: 399 }],
  ])('%s is refused', (_, hex, error) => {
    expect(parseLeaf(present(parseHex(hex)))).toEqual({ ok: false, error });
  });
});

describe('an event leaf is not written', () => {
  const fields = eventFields(present(EXAMPLES[0]).fields);
  test.each([
    ['with a flag nobody knows', { flags: 32 }],
    ['with a negative flag', { flags: -1 }],
    ['with a schema of 17 bits', { schema: 65_536 }],
    ['with an actor of 15 bytes', { actor: new Uint8Array(15) }],
    ['with a key id of 7 bytes', { actorKeyId: new Uint8Array(7) }],
    ['with a signature of 63 bytes', { signature: new Uint8Array(63) }],
    ['longer than 399 bytes', { ext: new Uint8Array(164) }],
  ])('%s', (_, change) => {
    expect(() => encodeEventLeaf({ ...fields, ...change })).toThrow();
  });

  test('and is, with 163 bytes for later', () => {
    const leaf = encodeEventLeaf({ ...fields, ext: new Uint8Array(163).fill(1) });
    expect(leaf).toHaveLength(399);
    expect(parseLeaf(leaf).ok).toBe(true);
  });
});

test('any flags and times come back as they went in', () => {
  const fields = eventFields(present(EXAMPLES[0]).fields);
  const all = Object.values(EVENT_FLAG);
  fc.assert(
    fc.property(
      fc.subarray(all),
      fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(3000, 0, 1) - 1 }),
      (flags, time) => {
        const leaf = encodeEventLeaf({
          ...fields,
          flags: flags.reduce<number>((sum, flag) => sum | flag, 0),
          eventTime: instant(time),
        });
        expect(hexOf(encoded(parsed(leaf)))).toBe(hexOf(leaf));
      },
    ),
  );
});

test("the table's id of a leaf is the id it carries, and that of a block header begins its SHA-256", () => {
  const [event, block, observations, statement] = ['event', 'block-header', 'observations', 'statement'].map(
    (type) => bytes(present(EXAMPLES.find((example) => example.type === type)).hex),
  );
  expect(hexOf(entryIdOf(present(event)))).toBe('000102030405060708090a0b0c0d0e0f');
  // printf '%s' <hex> | xxd -r -p | sha256sum
  expect(hexOf(entryIdOf(present(block)))).toBe('a42c0cd045eafe8bb875430e490b3161');
  expect(hexOf(entryIdOf(present(observations)))).toBe('303132333435363738393a3b3c3d3e3f');
  expect(hexOf(entryIdOf(present(statement)))).toBe('404142434445464748494a4b4c4d4e4f');
});
