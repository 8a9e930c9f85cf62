import { describe, expect, test } from 'vitest';
import { utf8Of } from '../kernel/bytes.ts';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { formatAddCheckpoint, parseAddCheckpoint } from './add-checkpoint.ts';
import { formatCheckpointBody } from './checkpoint.ts';
import type { TreeHead } from './consistency.ts';
import { type Hash, leafHash } from './hash.ts';
import { judgeHead, NO_HEAD } from './judge-head.ts';
import { treeRoot } from './merkle-tree.ts';
import { hashFrom, readVector } from './read-vector-in-tests.ts';
import { signNote } from './signed-note.ts';
import { signerVkey } from './signer-key.ts';
import { parseVkey } from './vkey.ts';

interface Sequence {
  readonly origin: string;
  readonly vkey: string;
  readonly requests: { readonly body: string; readonly spec_status: number; readonly value: string }[];
}

describe.skipIf(!haveVectors)(`litewitness's sequence of requests${vectorsNote}`, () => {
  const { origin, vkey, requests }: Sequence = haveVectors
    ? readVector<Sequence>('witness/litewitness-sequence.json')
    : { origin: '', vkey: '', requests: [] };

  test('each is answered as the standard says, by a witness that saw the ones before', () => {
    const key = parseVkey(vkey);
    if (!key.ok) throw new Error(key.error.code);
    let head: TreeHead = NO_HEAD;
    const answers = requests.map(({ body }) => {
      const request = parseAddCheckpoint(utf8Of(body));
      if (!request.ok) return { status: 400 };
      const judged = judgeHead(request.value, (name) =>
        name === origin ? { keys: [key.value], head } : undefined,
      );
      if (judged.ok) head = judged.value.checkpoint;
      return judged.ok ? { status: 200 } : judged.error;
    });
    expect(answers.map(({ status }) => status)).toEqual(requests.map(({ spec_status }) => spec_status));
    const sizes = requests.filter(({ spec_status }) => spec_status === 409).map(({ value }) => `${value}`);
    expect(
      answers.filter((answer) => answer.status === 409).map((one) => ('size' in one ? `${one.size}\n` : '')),
    ).toEqual(sizes);
  });
});

const LOG = { name: 'vialog.example/log', seed: new Uint8Array(32).fill(1) };
const OTHER = { name: 'vialog.example/log', seed: new Uint8Array(32).fill(2) };
const LEAVES = Array.from({ length: 9 }, (_, at) => leafHash(Uint8Array.of(at)));
const headOf = (size: number): TreeHead => ({ size: BigInt(size), root: treeRoot(LEAVES.slice(0, size)) });
const noteOf = (head: TreeHead, signer = LOG) =>
  signNote(formatCheckpointBody({ origin: LOG.name, ...head }), [signer]);
const seen = (head: TreeHead) => (origin: string) =>
  origin === LOG.name ? { keys: [signerVkey(LOG)], head } : undefined;
const refusal = (request: Parameters<typeof judgeHead>[0], head: TreeHead) => {
  const judged = judgeHead(request, seen(head));
  return judged.ok ? 'cosigned' : judged.error.code;
};

test('the same size is taken again: it is how a log shows that it is alive', () => {
  const request = { oldSize: 8n, proof: [], checkpoint: noteOf(headOf(8)) };
  expect(refusal(request, headOf(8))).toBe('cosigned');
});

test('the same size with another root is refused, though the log signed both', () => {
  const fork = { size: 8n, root: treeRoot(LEAVES.slice(1, 9)) };
  expect(refusal({ oldSize: 8n, proof: [], checkpoint: noteOf(fork) }, headOf(8))).toBe(
    'witness/inconsistent',
  );
});

test('a smaller head than the last is refused', () => {
  const checkpoint = noteOf(headOf(4));
  expect(refusal({ oldSize: 4n, proof: [], checkpoint }, headOf(8))).toBe('witness/other-size');
  expect(refusal({ oldSize: 8n, proof: [], checkpoint }, headOf(8))).toBe('witness/malformed');
});

test('a proof from nothing, and size 0 with the root of something, are refused', () => {
  const proof = LEAVES.slice(0, 1);
  expect(refusal({ oldSize: 0n, proof, checkpoint: noteOf(headOf(4)) }, NO_HEAD)).toBe(
    'witness/inconsistent',
  );
  const empty = { size: 0n, root: headOf(1).root };
  expect(refusal({ oldSize: 0n, proof: [], checkpoint: noteOf(empty) }, NO_HEAD)).toBe(
    'witness/inconsistent',
  );
  expect(refusal({ oldSize: 0n, proof: [], checkpoint: noteOf(NO_HEAD) }, NO_HEAD)).toBe('cosigned');
});

test('a head signed by another key of the same name is refused', () => {
  const checkpoint = noteOf(headOf(4), OTHER);
  expect(refusal({ oldSize: 0n, proof: [], checkpoint }, NO_HEAD)).toBe('witness/not-signed');
});

/** As it is read: node's hash is a Buffer, which is equal to nothing else. */
const plain = (hash: Hash) => hashFrom(Uint8Array.from(hash));

test('what is written is read back', () => {
  const request = { oldSize: 3n, proof: LEAVES.slice(0, 2).map(plain), checkpoint: noteOf(headOf(4)) };
  expect(parseAddCheckpoint(formatAddCheckpoint(request))).toEqual({ ok: true, value: request });
});

const HASH = `${Buffer.alloc(32).toString('base64')}\n`;
test.each([
  ['nothing', '', 1],
  ['a size with a leading zero', 'old 01\n\nx', 1],
  ['a negative size', 'old -1\n\nx', 1],
  ['another word', 'new 1\n\nx', 1],
  ['a size of 2^64', 'old 18446744073709551616\n\nx', 1],
  ['a hash of 31 bytes', `old 1\n${Buffer.alloc(31).toString('base64')}\n\nx`, 2],
  ['a hash without its padding', `old 1\n${HASH.replace('=', '')}\nx`, 2],
  ['64 hashes', `old 1\n${HASH.repeat(64)}\nx`, 65],
  ['no empty line', `old 1\n${HASH}`, 3],
])('a request with %s is malformed', (_, body, line) => {
  expect(parseAddCheckpoint(utf8Of(body))).toEqual({
    ok: false,
    error: { code: 'add-checkpoint/format', line },
  });
});

test('63 hashes are read', () => {
  expect(parseAddCheckpoint(utf8Of(`old 1\n${HASH.repeat(63)}\nx`))).toMatchObject({
    ok: true,
    value: { oldSize: 1n },
  });
});

test.skipIf(!haveVectors)(`sigsum's request is read and written byte for byte${vectorsNote}`, () => {
  interface Vector {
    readonly body: string;
    readonly oldSize: number;
    readonly proofHex: string[];
  }
  const { body, oldSize, proofHex } = readVector<Vector>('witness/sigsum-add-checkpoint-parse.json');
  const parsed = parseAddCheckpoint(utf8Of(body));
  if (!parsed.ok) throw new Error(parsed.error.code);
  expect(parsed.value.oldSize).toBe(BigInt(oldSize));
  expect(parsed.value.proof.map((hash) => Buffer.from(hash).toString('hex'))).toEqual(proofHex);
  expect(Buffer.from(formatAddCheckpoint(parsed.value)).toString()).toBe(body);
});
