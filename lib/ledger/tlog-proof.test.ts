import { describe, expect, test } from 'vitest';
import { ed25519PublicKey } from '#ed25519';
import { parseUtf8, utf8Of } from '../kernel/bytes.ts';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { formatCheckpointBody } from './checkpoint.ts';
import { leafHash } from './hash.ts';
import { verifyInclusion } from './inclusion.ts';
import { inclusionProof, treeRoot } from './merkle-tree.ts';
import { bytesOf, hashFrom, readVector } from './read-vector-in-tests.ts';
import { signNote } from './signed-note.ts';
import { marshalTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts';
import { vkeyOf } from './vkey.ts';

describe.skipIf(!haveVectors)(`the proof files of transparency-dev${vectorsNote}`, () => {
  interface MarshalCase {
    readonly index: number;
    readonly hashes: string[];
    readonly extra_b64?: string;
    readonly checkpoint: string;
    readonly want: string;
  }
  const { cases } = haveVectors
    ? readVector<{ cases: MarshalCase[] }>('proof/formats-tlog-proof-marshal.json')
    : { cases: [] };
  test.each(cases)('index $index is written byte for byte, and read back', (vector) => {
    const proof = {
      index: BigInt(vector.index),
      proof: vector.hashes.map((text) => hashFrom(bytesOf(text))),
      checkpoint: utf8Of(vector.checkpoint),
      ...(vector.extra_b64 === undefined ? {} : { extra: bytesOf(vector.extra_b64) }),
    };
    expect(parseUtf8(marshalTlogProof(proof))).toBe(vector.want);
    expect(parseTlogProof(utf8Of(vector.want))).toEqual({ ok: true, value: proof });
  });
});

describe.skipIf(!haveVectors)(`the inclusion proof of rekor-tiles${vectorsNote}`, () => {
  test('verifies, and none of the three changes to it does', () => {
    const rekor = readVector<{
      leafBody: string;
      index: number;
      treeSize: number;
      hashes_b64: string[];
      root_b64: string;
    }>('proof/rekor-tiles-size2.json');
    const leaf = leafHash(utf8Of(rekor.leafBody));
    const proof = rekor.hashes_b64.map((text) => hashFrom(bytesOf(text)));
    const root = hashFrom(bytesOf(rekor.root_b64));
    const zeroed = proof.map((hash) => hashFrom(hash.with(0, 0)));
    expect(verifyInclusion(leaf, BigInt(rekor.index), BigInt(rekor.treeSize), proof, root).ok).toBe(true);
    expect(verifyInclusion(leaf, 1n, 2n, zeroed, root).ok).toBe(false);
    expect(verifyInclusion(leaf, 1n, 1n, proof, root).ok).toBe(false);
    expect(verifyInclusion(leaf, 1n, 3n, proof, root).ok).toBe(false);
  });
});

describe('a proof file of our own', () => {
  const log = { name: 'vialog.example/log', seed: new Uint8Array(32).fill(3) };
  const key = vkeyOf(log.name, ed25519PublicKey(log.seed));
  const entries = Array.from({ length: 11 }, (_, i) => utf8Of(`entry ${i}`));
  const entryAt = (at: number): Uint8Array => entries[at] ?? new Uint8Array(0);
  const leaves = entries.map(leafHash);
  const head = { origin: log.name, size: BigInt(entries.length), root: treeRoot(leaves) };
  const checkpoint = signNote(formatCheckpointBody(head), [log]);
  const fileOf = (at: number) =>
    marshalTlogProof({ index: BigInt(at), proof: inclusionProof(leaves, at), checkpoint });

  test('verifies for each entry and for no other', () => {
    for (const at of entries.keys()) {
      expect(verifyTlogProof(fileOf(at), entryAt(at), key)).toMatchObject({
        ok: true,
        value: { index: BigInt(at), checkpoint: { origin: log.name, size: 11n } },
      });
      expect(verifyTlogProof(fileOf(at), utf8Of('entry x'), key)).toEqual({
        ok: false,
        error: { code: 'inclusion/root-mismatch' },
      });
    }
  });

  test('is not changed by one bit unnoticed, wherever it is', () => {
    const file = fileOf(6);
    for (const at of file.keys())
      for (const bit of [1, 0x20])
        expect(verifyTlogProof(file.with(at, (file[at] ?? 0) ^ bit), entryAt(6), key).ok).toBe(false);
  });

  test('is not shortened unnoticed', () => {
    const file = fileOf(6);
    for (const at of file.keys()) expect(verifyTlogProof(file.slice(0, at), entryAt(6), key).ok).toBe(false);
  });

  test('does not verify with the key of another log', () => {
    const other = vkeyOf('other.example', ed25519PublicKey(new Uint8Array(32).fill(4)));
    expect(verifyTlogProof(fileOf(0), entryAt(0), other)).toEqual({
      ok: false,
      error: { code: 'note/no-trusted-signature' },
    });
  });

  const text = parseUtf8(fileOf(6)) ?? '';
  test.each([
    ['another version', text.replace('@v1', '@v2'), 'tlog-proof/header'],
    ['a byte order mark', `\ufeff${text}`, 'tlog-proof/header'],
    ['no index', text.replace(/index 6\n/, ''), 'tlog-proof/index'],
    ['a leading zero', text.replace('index 6', 'index 06'), 'tlog-proof/index'],
    ['a negative index', text.replace('index 6', 'index -6'), 'tlog-proof/index'],
    ['an index of 2^64', text.replace('index 6', 'index 18446744073709551616'), 'tlog-proof/index'],
    ['an empty extra', text.replace('index', 'extra \nindex'), 'tlog-proof/extra'],
    ['an extra that is no base64', text.replace('index', 'extra %\nindex'), 'tlog-proof/extra'],
    ['two extras', text.replace('index', 'extra AA==\nextra AA==\nindex'), 'tlog-proof/index'],
    ['a hash too short', text.replace('index 6\n', 'index 6\nAAAA\n'), 'tlog-proof/hash'],
    ['no checkpoint', text.slice(0, text.indexOf('\n\n') + 2), 'tlog-proof/no-checkpoint'],
    ['no empty line', text.replaceAll('\n\n', '\n'), 'tlog-proof/no-checkpoint'],
  ])('with %s is refused', (_, changed, code) => {
    expect(parseTlogProof(utf8Of(changed))).toMatchObject({ ok: false, error: { code } });
  });

  test('names the line of a bad hash', () => {
    const lines = text.split('\n').with(3, 'AAAA').join('\n');
    expect(parseTlogProof(utf8Of(lines))).toEqual({ ok: false, error: { code: 'tlog-proof/hash', line: 4 } });
    const withExtra = lines.replace('index', 'extra AA==\nindex');
    expect(parseTlogProof(utf8Of(withExtra))).toMatchObject({ error: { line: 5 } });
  });

  test('that is not UTF-8 is refused', () => {
    expect(parseTlogProof(Uint8Array.of(0xff))).toEqual({
      ok: false,
      error: { code: 'tlog-proof/not-text' },
    });
  });
});
