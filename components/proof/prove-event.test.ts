import { expect, test } from 'vitest';
import { ed25519PublicKey, ed25519Sign } from '#ed25519';
import { actorKeyId } from '../../lib/evidence/actor-key.ts';
import { parseLedgerEventId } from '../../lib/evidence/event-id.ts';
import {
  EVENT_FLAG,
  type EventFields,
  encodeEventLeaf,
  eventSignedBytes,
} from '../../lib/evidence/event-leaf.ts';
import { commitField, payloadRoot } from '../../lib/evidence/field-commitment.ts';
import { encodeKeyLeaf, type KeyFields, keySignedBytes } from '../../lib/evidence/key-leaf.ts';
import { entryIdOf } from '../../lib/evidence/leaf.ts';
import { concatBytes, hexOf, utf8Of } from '../../lib/kernel/bytes.ts';
import { instantOf } from '../../lib/kernel/instant.ts';
import { formatCheckpointBody } from '../../lib/ledger/checkpoint.ts';
import { formatEntryBundle } from '../../lib/ledger/entry-bundle.ts';
import { EMPTY_ROOT, leafHash } from '../../lib/ledger/hash.ts';
import { inclusionProof, treeRoot } from '../../lib/ledger/merkle-tree.ts';
import { signNote } from '../../lib/ledger/signed-note.ts';
import { marshalTlogProof } from '../../lib/ledger/tlog-proof.ts';
import { formatVkey, vkeyOf } from '../../lib/ledger/vkey.ts';
import { parseKnownHead } from './check-known-head.ts';
import type { LogReader } from './log-reader.ts';
import { type EventToProve, proveEvent } from './prove-event.ts';

const SIGNER = { name: 'vialog.example/log', seed: new Uint8Array(32).fill(5) };
const KEY = vkeyOf(SIGNER.name, ed25519PublicKey(SIGNER.seed));
const SALT = new Uint8Array(32).fill(9);
const WHAT = { epcList: ['https://id.gs1.org/01/09506000134352/21/SN0001'] };
const COMMITTED = [{ name: 'what' as const, commitment: commitField(SALT, 'what', WHAT) }];

function leafOf(number: number, signed: Partial<EventFields> = {}): Uint8Array {
  const eventId = parseLedgerEventId(new Uint8Array(16).fill(number));
  const eventTime = instantOf(Date.UTC(2026, 10, 20, 10, 31, number));
  if (!eventId || !eventTime.ok) throw new Error('a test leaf that is none');
  const fields: EventFields = {
    eventId,
    schema: 1,
    actor: new Uint8Array(16),
    actorKeyId: new Uint8Array(8),
    eventTime: eventTime.value,
    flags: 0,
    subjectsRoot: EMPTY_ROOT,
    payloadRoot: payloadRoot(COMMITTED),
    corrects: undefined,
    ext: new Uint8Array(0),
    signature: undefined,
    prevRoot: EMPTY_ROOT,
    ...signed,
  };
  if (hexOf(fields.actorKeyId) === '00'.repeat(8)) return encodeEventLeaf(fields);
  const signature = fields.signature ?? ed25519Sign(ACTOR_SEED, eventSignedBytes(fields));
  return encodeEventLeaf({ ...fields, signature });
}

const ACTOR_SEED = new Uint8Array(32).fill(3);
const ACTOR_KEY = ed25519PublicKey(ACTOR_SEED);

/** The leaf that begins the actor's key, or ends it. */
function keyLeaf(action: 'add' | 'revoke', changed: Partial<KeyFields> = {}): Uint8Array {
  const time = instantOf(Date.UTC(2026, 10, 20, 10));
  if (!time.ok) throw new Error('a time that is none');
  const fields: KeyFields = {
    ...{ action, holder: 'own', actor: new Uint8Array(16), time: time.value, publicKey: ACTOR_KEY },
    ...{ replaces: undefined, compromisedSince: undefined, signer: undefined, ...changed },
  };
  const possession = action === 'add' ? ed25519Sign(ACTOR_SEED, keySignedBytes(fields)) : undefined;
  return encodeKeyLeaf({ ...fields, possession, authority: undefined });
}

/** A log of `count` entries as files by path, as they are published. */
function logOf(count: number, leaves = Array.from({ length: count }, (_, at) => leafOf(at))) {
  const hashes = leaves.map(leafHash);
  const checkpoint = signNote(
    formatCheckpointBody({ origin: SIGNER.name, size: BigInt(count), root: treeRoot(hashes) }),
    [SIGNER],
  );
  const files = new Map<string, Uint8Array>([
    ['policy', utf8Of(`log ${formatVkey(KEY)}\nquorum none\n`)],
    ['checkpoint', checkpoint],
    [`tile/0/000.p/${count}`, concatBytes(...hashes)],
    [`tile/entries/000.p/${count}`, formatEntryBundle(leaves)],
  ]);
  for (const [at, leaf] of leaves.entries()) {
    const proof = inclusionProof(hashes, at);
    files.set(
      `receipt/${hexOf(entryIdOf(leaf))}`,
      marshalTlogProof({ index: BigInt(at), proof, checkpoint }),
    );
  }
  return { files, root: hexOf(treeRoot(hashes)) };
}

const idOf = (number: number): string => hexOf(new Uint8Array(16).fill(number));
const readerOf =
  (files: ReadonlyMap<string, Uint8Array>): LogReader =>
  async (path) =>
    files.get(path);

const eventAt = (number: number): EventToProve => ({
  id: idOf(number),
  eventTime: `2026-11-20T10:31:0${number}.000Z`,
  opening: {
    commitments: COMMITTED.map(({ name, commitment }) => ({ name, commitment: hexOf(commitment) })),
    fields: [{ name: 'what', value: WHAT, salt: hexOf(SALT) }],
  },
});

const proveWith = (change: (files: Map<string, Uint8Array>) => void, event = eventAt(3)) => {
  const { files } = logOf(7);
  change(files);
  return proveEvent(event, readerOf(files), undefined);
};

test('an event of the log is proved, with its place, its path and its fields', async () => {
  const { files, root } = logOf(7);
  const proven = await proveEvent(eventAt(3), readerOf(files), undefined);
  expect(proven).toMatchObject({
    ok: true,
    value: { index: 3n, size: 7n, root, fields: { compared: 1, of: 1 }, witnesses: { signed: 0, of: 0 } },
  });
  expect(proven.ok && proven.value.path.map(({ side }) => side)).toEqual(['left', 'left', 'right']);
});

/** Event 3, in a log of these leaves. */
const provenIn = (...leaves: readonly Uint8Array[]) =>
  proveEvent(eventAt(3), readerOf(logOf(leaves.length, [...leaves]).files), undefined);
const signed = { actorKeyId: actorKeyId(ACTOR_KEY) };
const keyId = hexOf(signed.actorKeyId);

test('who signed an event is proved, and whether the platform holds the key', async () => {
  expect(await provenIn(leafOf(1), keyLeaf('add'), leafOf(3, signed))).toMatchObject({
    ...{ ok: true, value: { signedBy: { keyId, heldBy: 'organisation', index: 1n } } },
  });
  const flagged = { ...signed, flags: EVENT_FLAG.platformHeldKey };
  expect(await provenIn(keyLeaf('add', { holder: 'platform' }), leafOf(3, flagged))).toMatchObject({
    ...{ ok: true, value: { signedBy: { keyId, heldBy: 'platform', index: 0n } } },
  });
  expect(await provenIn(keyLeaf('add'), leafOf(3, signed), keyLeaf('revoke'))).toMatchObject({ ok: true });
  expect(await provenIn(leafOf(2), leafOf(3))).toMatchObject({ ok: true, value: { signedBy: undefined } });
});

test.each([
  ['with a key that the log does not name', [leafOf(3, signed)], 'signature/key-unknown'],
  ['with a key that the log names later', [leafOf(3, signed), keyLeaf('add')], 'signature/key-unknown'],
  [
    'with a key that had ended',
    [keyLeaf('add'), keyLeaf('revoke'), leafOf(3, signed)],
    'signature/key-not-active',
  ],
  [
    'as if the platform held the key',
    [keyLeaf('add'), leafOf(3, { ...signed, flags: EVENT_FLAG.platformHeldKey })],
    'signature/holder-flag',
  ],
  [
    'over other bytes',
    [keyLeaf('add'), leafOf(3, { ...signed, signature: ed25519Sign(ACTOR_SEED, utf8Of('another')) })],
    'signature/invalid',
  ],
] as const)('an event signed %s is not proved', async (_, leaves, because) => {
  expect(await provenIn(...leaves)).toEqual({ ok: false, error: { code: 'prove/signature', because } });
});

test('an event that the log has not taken in yet is not proved, and not called wrong', async () => {
  expect(await proveWith((files) => files.delete(`receipt/${idOf(3)}`))).toEqual({
    ok: false,
    error: { code: 'prove/not-yet' },
  });
});

test('a changed byte of the entry is noticed', async () => {
  const outcome = await proveWith((files) => {
    const bundle = files.get('tile/entries/000.p/7')?.slice() ?? new Uint8Array(0);
    bundle[bundle.length - 40] = (bundle[bundle.length - 40] ?? 0) ^ 1;
    files.set('tile/entries/000.p/7', bundle);
  }, eventAt(6));
  expect(outcome).toMatchObject({
    ok: false,
    error: { code: 'prove/receipt', because: 'inclusion/root-mismatch' },
  });
});

test('a changed hash in a tile is noticed', async () => {
  const outcome = await proveWith((files) => {
    const tile = files.get('tile/0/000.p/7')?.slice() ?? new Uint8Array(0);
    tile[0] = (tile[0] ?? 0) ^ 1;
    files.set('tile/0/000.p/7', tile);
  });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'prove/not-included' } });
});

test('a head signed by another key is noticed', async () => {
  const outcome = await proveWith((files) => {
    const seed = new Uint8Array(32).fill(6);
    const body = formatCheckpointBody({ origin: SIGNER.name, size: 7n, root: EMPTY_ROOT });
    files.set('checkpoint', signNote(body, [{ name: SIGNER.name, seed }]));
  });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'prove/checkpoint' } });
});

test('the receipt of another event is noticed', async () => {
  const outcome = await proveWith((files) => {
    files.set(`receipt/${idOf(3)}`, files.get(`receipt/${idOf(2)}`) ?? new Uint8Array(0));
  });
  expect(outcome).toEqual({ ok: false, error: { code: 'prove/other-event' } });
});

test('a page that shows another time, or another content, than the log holds is noticed', async () => {
  const other = { ...eventAt(3), eventTime: '2026-11-20T10:31:04.000Z' };
  expect(await proveWith(() => undefined, other)).toEqual({ ok: false, error: { code: 'prove/other-time' } });
  const event = eventAt(3);
  const fields = [{ name: 'what', value: { epcList: [] }, salt: hexOf(SALT) }];
  const forged = { ...event, opening: { commitments: event.opening?.commitments ?? [], fields } };
  expect(await proveWith(() => undefined, forged)).toEqual({
    ok: false,
    error: { code: 'prove/fields', field: 'what' },
  });
});

test('a log that has only grown since it was seen last is proved to have', async () => {
  const before = await proveEvent(eventAt(3), readerOf(logOf(5).files), undefined);
  const known = before.ok ? before.value.head : undefined;
  expect(await proveEvent(eventAt(3), readerOf(logOf(7).files), known)).toMatchObject({
    ok: true,
    value: { since: 5n },
  });
});

test('a log that was rewritten, or whose key changed, since it was seen last is noticed', async () => {
  const { files } = logOf(7);
  const known = { vkey: formatVkey(KEY), size: '5', root: '00'.repeat(32) };
  expect(await proveEvent(eventAt(3), readerOf(files), known)).toMatchObject({
    ok: false,
    error: { code: 'prove/rewritten' },
  });
  expect(await proveEvent(eventAt(3), readerOf(files), { ...known, vkey: 'other' })).toMatchObject({
    ok: false,
    error: { code: 'prove/key-changed' },
  });
});

test('without a connection nothing is called wrong', async () => {
  const outcome = await proveEvent(eventAt(3), () => Promise.reject(new Error('offline')), undefined);
  expect(outcome).toEqual({ ok: false, error: { code: 'prove/no-connection' } });
});

test.each([null, '', '{}', '[]', '{"vkey":"a","size":"-1","root":""}'])(
  'what is no remembered head (%s) is forgotten',
  (text) => {
    expect(parseKnownHead(text)).toBeUndefined();
  },
);
