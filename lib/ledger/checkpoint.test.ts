import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ed25519PublicKey } from '#ed25519';
import { utf8Of } from '../kernel/bytes.ts';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { formatCheckpointBody, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { EMPTY_ROOT } from './hash.ts';
import { hashFrom, readVector } from './read-vector-in-tests.ts';
import { signNote } from './signed-note.ts';
import { vkeyOf } from './vkey.ts';

const ROOT = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

describe.skipIf(!haveVectors)(`the checkpoint bodies of transparency-dev${vectorsNote}`, () => {
  const { cases } = haveVectors
    ? readVector<{ cases: { desc: string; input: string; err: boolean }[] }>(
        'checkpoint/formats-unmarshal.json',
      )
    : { cases: [] };
  test.each(cases.filter((vector) => vector.err))('$desc: refused', ({ input }) => {
    expect(parseCheckpoint(input).ok).toBe(false);
  });
  // Their good ones have roots of any length. With a real root the same bodies are good or bad for their form.
  test.each(cases.filter((vector) => !vector.err))(
    '$desc: refused for its root, which is no hash',
    ({ input }) => {
      const lines = input.split('\n');
      expect(parseCheckpoint(input).ok).toBe(false);
      const mended = parseCheckpoint(lines.with(2, ROOT).join('\n'));
      const emptyLines = lines.slice(3, -1).includes('');
      expect(mended.ok).toBe(!emptyLines);
    },
  );
});

describe.skipIf(!haveVectors)(`checkpoints of public logs${vectorsNote}`, () => {
  const { cases } = haveVectors
    ? readVector<{ cases: { name: string; treeSize: number; checkpoint: string | null }[] }>(
        'real-logs/rekor-inclusion.json',
      )
    : { cases: [] };
  const given = cases.flatMap(({ name, treeSize, checkpoint }) =>
    checkpoint === null ? [] : [{ name, treeSize, checkpoint }],
  );
  test.each(given)('$name', ({ name, treeSize, checkpoint }) => {
    const body = checkpoint.slice(0, checkpoint.lastIndexOf('\n\n') + 1);
    const parsed = parseCheckpoint(body);
    expect(parsed.ok).toBe(!name.includes('missing-root-hash'));
    if (parsed.ok) expect(parsed.value.size).toBe(BigInt(treeSize));
  });
});

test('what is written is read back as it was', () => {
  const checkpoint = fc.record({
    origin: fc.constantFrom('vialog.example/log', 'go.sum database tree', 'ü/log'),
    size: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }).map(hashFrom),
  });
  fc.assert(
    fc.property(checkpoint, (value) => {
      const parsed = parseCheckpoint(formatCheckpointBody(value));
      expect(parsed).toEqual({ ok: true, value: { ...value, extension: [] } });
    }),
  );
});

test('lines after the root are kept', () => {
  expect(parseCheckpoint(`log\n1\n${ROOT}\nTimestamp: 1\nmore\n`)).toMatchObject({
    ok: true,
    value: { extension: ['Timestamp: 1', 'more'] },
  });
});

test.each([
  ['', 'checkpoint/format'],
  [`log\n1\n${ROOT}`, 'checkpoint/format'],
  [`log\n1\n${ROOT}\n\n`, 'checkpoint/format'],
  [`\n1\n${ROOT}\n`, 'checkpoint/origin'],
  [`log\n01\n${ROOT}\n`, 'checkpoint/size'],
  [`log\n\n${ROOT}\n`, 'checkpoint/size'],
  [`log\n+1\n${ROOT}\n`, 'checkpoint/size'],
  [`log\n1 \n${ROOT}\n`, 'checkpoint/size'],
  [`log\n0x1\n${ROOT}\n`, 'checkpoint/size'],
  [`log\n18446744073709551616\n${ROOT}\n`, 'checkpoint/size'],
  [`log\n1\n${ROOT.slice(0, -1)}\n`, 'checkpoint/root'],
  [`log\n1\n${ROOT.replace('U=', 'V=')}\n`, 'checkpoint/root'],
  [`log\n1\n${ROOT.replaceAll('+', '-').replaceAll('/', '_')}\n`, 'checkpoint/root'],
  ['log\n1\nAAAA\n', 'checkpoint/root'],
])('%j is refused with %s', (text, code) => {
  expect(parseCheckpoint(text)).toEqual({ ok: false, error: { code } });
});

test('an origin is one line', () => {
  expect(() => formatCheckpointBody({ origin: 'a\nb', size: 0n, root: EMPTY_ROOT })).toThrow();
  expect(() => formatCheckpointBody({ origin: '', size: 0n, root: EMPTY_ROOT })).toThrow();
});

describe('a signed checkpoint', () => {
  const log = { name: 'vialog.example/log', seed: new Uint8Array(32).fill(1) };
  const witness = { name: 'witness.example', seed: new Uint8Array(32).fill(2) };
  const logKey = vkeyOf(log.name, ed25519PublicKey(log.seed));
  const witnessKey = vkeyOf(witness.name, ed25519PublicKey(witness.seed));
  const body = (origin: string) => formatCheckpointBody({ origin, size: 0n, root: EMPTY_ROOT });

  test('is opened with the key of its log', () => {
    expect(openCheckpoint(signNote(body(log.name), [log]), logKey)).toMatchObject({
      ok: true,
      value: { checkpoint: { origin: log.name, size: 0n } },
    });
  });

  test('is worth nothing with the signature of a witness alone', () => {
    expect(openCheckpoint(signNote(body(log.name), [witness]), logKey, [witnessKey])).toEqual({
      ok: false,
      error: { code: 'checkpoint/not-signed-by-the-log' },
    });
  });

  test("of another log is refused, though this log's key signed it", () => {
    expect(openCheckpoint(signNote(body('other.example'), [log]), logKey)).toEqual({
      ok: false,
      error: { code: 'checkpoint/other-origin', origin: 'other.example' },
    });
  });

  test('must be a checkpoint', () => {
    expect(openCheckpoint(signNote('hello\n', [log]), logKey)).toMatchObject({
      ok: false,
      error: { code: 'checkpoint/format' },
    });
    expect(openCheckpoint(utf8Of('hello'), logKey)).toMatchObject({
      ok: false,
      error: { code: 'note/format' },
    });
  });
});
