import { describe, expect, test } from 'vitest';
import { ed25519PublicKey } from '#ed25519';
import { parseHex } from '../kernel/bytes.ts';
import { formatCheckpointBody } from '../ledger/checkpoint.ts';
import { leafHash } from '../ledger/hash.ts';
import { inclusionProof, treeRoot } from '../ledger/merkle-tree.ts';
import { signNote } from '../ledger/signed-note.ts';
import { marshalTlogProof } from '../ledger/tlog-proof.ts';
import { vkeyOf } from '../ledger/vkey.ts';
import examplesFile from './leaf-examples.json' with { type: 'json' };
import { verifyReceipt } from './receipt.ts';

const signer = { name: 'vialog.example/log', seed: new Uint8Array(32).fill(5) };
const LOG = vkeyOf(signer.name, ed25519PublicKey(signer.seed));
const LEAVES = [
  ...examplesFile.examples.map((example) => parseHex(example.hex) ?? new Uint8Array(0)),
  Uint8Array.of(1, 2, 3),
];
const HASHES = LEAVES.map(leafHash);
const CHECKPOINT = signNote(
  formatCheckpointBody({ origin: signer.name, size: BigInt(LEAVES.length), root: treeRoot(HASHES) }),
  [signer],
);
const receiptOf = (index: number): Uint8Array =>
  marshalTlogProof({ index: BigInt(index), proof: inclusionProof(HASHES, index), checkpoint: CHECKPOINT });
const leafAt = (index: number): Uint8Array => LEAVES[index] ?? new Uint8Array(0);

describe('a receipt', () => {
  test('proves an event offline, with its place and what its leaf says', () => {
    expect(verifyReceipt(receiptOf(1), leafAt(1), LOG)).toMatchObject({
      ok: true,
      value: {
        index: 1n,
        checkpoint: { size: BigInt(LEAVES.length) },
        leaf: { type: 'event', schema: 258, flags: 19 },
      },
    });
  });

  test('proves no other event', () => {
    expect(verifyReceipt(receiptOf(1), leafAt(0), LOG)).toEqual({
      ok: false,
      error: { code: 'inclusion/root-mismatch' },
    });
  });

  test('of an event whose leaf has one other bit is refused', () => {
    const leaf = leafAt(0);
    for (const at of leaf.keys())
      expect(verifyReceipt(receiptOf(0), leaf.with(at, (leaf[at] ?? 0) ^ 1), LOG).ok).toBe(false);
  });

  test('from another log is refused', () => {
    const other = vkeyOf(signer.name, ed25519PublicKey(new Uint8Array(32).fill(6)));
    expect(verifyReceipt(receiptOf(0), leafAt(0), other)).toEqual({
      ok: false,
      error: { code: 'note/no-trusted-signature' },
    });
  });

  test('of a block header or of bytes that are no leaf is not one of an event', () => {
    expect(verifyReceipt(receiptOf(3), leafAt(3), LOG)).toEqual({
      ok: false,
      error: { code: 'receipt/not-an-event' },
    });
    expect(verifyReceipt(receiptOf(LEAVES.length - 1), leafAt(LEAVES.length - 1), LOG)).toEqual({
      ok: false,
      error: { code: 'leaf/magic' },
    });
  });
});
