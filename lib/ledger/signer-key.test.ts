import { describe, expect, test } from 'vitest';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { readVector } from './read-vector-in-tests.ts';
import { formatSignerKey, parseSignerKey, signerVkey } from './signer-key.ts';
import { formatVkey } from './vkey.ts';

// The key of the example in the documentation of golang.org/x/mod/sumdb/note.
const EXAMPLE = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';

describe.skipIf(!haveVectors)(`signers of other implementations${vectorsNote}`, () => {
  const tessera = haveVectors
    ? readVector<{ keys: Record<string, string> }>('policy/tessera-witness-groups.json').keys
    : {};
  const log = haveVectors ? readVector<Record<string, string>>('tessera-log-15/META.json') : {};
  const pairs = [
    ...[1, 2, 3].map((n) => [tessera[`wit${n}_skey`], tessera[`wit${n}_vkey`]]),
    [log['skey (public test key)'], log['vkey']],
  ];

  test.each(pairs)('%s', (skey = '', vkey) => {
    const signer = parseSignerKey(skey);
    if (!signer.ok) throw new Error(signer.error.code);
    expect(formatVkey(signerVkey(signer.value))).toBe(vkey);
    expect(formatSignerKey(signer.value)).toBe(skey);
  });
});

test.each([
  ['', 'signer-key/format'],
  [EXAMPLE.slice('PRIVATE+KEY+'.length), 'signer-key/format'],
  [` ${EXAMPLE}`, 'signer-key/format'],
  [EXAMPLE.replace('c74f20a3', 'C74F20A3'), 'signer-key/format'],
  [EXAMPLE.slice(0, -1), 'signer-key/format'],
  [EXAMPLE.replace('PeterNeumann', ''), 'signer-key/name'],
  [EXAMPLE.replace('PeterNeumann', 'Peter Neumann'), 'signer-key/name'],
  [EXAMPLE.replace('+AYEK', '+AoEK'), 'signer-key/type'],
  [EXAMPLE.slice(0, -4), 'signer-key/key-length'],
  [EXAMPLE.replace('c74f20a3', 'c74f20a4'), 'signer-key/key-id'],
  [EXAMPLE.replace('PeterNeumann', 'PaulNeumann'), 'signer-key/key-id'],
])('refuses %j: %s', (text, code) => {
  expect(parseSignerKey(text)).toEqual({ ok: false, error: { code } });
});
