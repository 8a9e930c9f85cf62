import { describe, expect, test } from 'vitest';
import { ed25519PublicKey } from '#ed25519';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { parsePolicy } from './parse-policy.ts';
import { formatPolicy } from './policy.ts';
import { readVector } from './read-vector-in-tests.ts';
import { formatVkey, KEY_TYPE, vkeyOf } from './vkey.ts';

const keyOf = (name: string, seedByte: number, type: 1 | 4 = KEY_TYPE.cosignature) =>
  vkeyOf(name, ed25519PublicKey(new Uint8Array(32).fill(seedByte)), type);
const LOG = keyOf('vialog.example/log', 1, KEY_TYPE.ed25519);
const [W1, W2, W3] = [2, 3, 4].map((seed) => formatVkey(keyOf(`w${seed}.example`, seed)));

describe.skipIf(!haveVectors)(`the policies of transparency-dev${vectorsNote}`, () => {
  const vectors = haveVectors
    ? readVector<{ ok: { name: string; policy: string }[]; reject: { desc: string; policy: string }[] }>(
        'policy/formats-policy.json',
      )
    : { ok: [], reject: [] };

  test.each(vectors.reject)('$desc: refused', ({ policy }) => {
    expect(parsePolicy(policy).ok).toBe(false);
  });
  // Their reader allows a comment behind a definition. The standard has comments on lines of their own.
  test.each(vectors.ok)('$name: read, with every comment on a line of its own', ({ policy }) => {
    const parsed = parsePolicy(policy.replaceAll(/\s+#comment$/gm, '\n#comment'));
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        witnesses: [{ name: 'w1' }, { name: 'w2' }],
        groups: [{ name: 'g1', threshold: 2, members: ['w1', 'w2'] }],
        quorum: 'g1',
      },
    });
    if (/\S +#/.test(policy))
      expect(parsePolicy(policy)).toMatchObject({ error: { code: 'policy/item-count' } });
  });
});

test('a log without witnesses writes two lines', () => {
  const policy = { logs: [{ vkey: LOG }], witnesses: [], groups: [], quorum: 'none' };
  const text = formatPolicy(policy);
  expect(text).toBe(`log ${formatVkey(LOG)}\nquorum none\n`);
  expect(parsePolicy(text)).toEqual({ ok: true, value: policy });
});

test('what is written is read back as it was, groups and addresses too', () => {
  const policy = {
    logs: [{ vkey: LOG, url: 'https://vialog.example/log' }],
    witnesses: [
      { name: 'a', vkey: keyOf('a.example', 5), url: 'https://a.example' },
      { name: 'b', vkey: keyOf('b.example', 6) },
      { name: 'c', vkey: keyOf('c.example', 7) },
    ],
    groups: [
      { name: 'inner', threshold: 1, members: ['a', 'b'] },
      { name: 'outer', threshold: 2, members: ['inner', 'c'] },
    ],
    quorum: 'outer',
  };
  expect(parsePolicy(formatPolicy(policy))).toEqual({ ok: true, value: policy });
});

test('32 logs, witnesses and groups are read', () => {
  const numbers = Array.from({ length: 32 }, (_, i) => i);
  const lines = [
    ...numbers.map((i) => `log ${formatVkey(keyOf('log', 100 + i, KEY_TYPE.ed25519))}`),
    ...numbers.map((i) => `witness w${i} ${formatVkey(keyOf('w', 150 + i))}`),
    ...numbers.map((i) => `group g${i} any w${i}`),
    'quorum g31',
  ];
  expect(parsePolicy(lines.join('\n'))).toMatchObject({ ok: true, value: { quorum: 'g31' } });
});

test.each([
  ['nothing at all', '', 'policy/no-quorum', 1],
  ['a keyword nobody knows', 'quorum none\nlogs x', 'policy/unknown-keyword', 2],
  ['a carriage return', 'quorum none\r\n', 'policy/control-character', 1],
  ['two quorums', 'quorum none\nquorum none', 'policy/duplicate-quorum', 2],
  ['a comment behind the quorum', 'quorum none # for now', 'policy/item-count', 1],
  ['a quorum without a name', 'quorum', 'policy/item-count', 1],
  ['a log without a key', 'log', 'policy/item-count', 1],
  ['a log with two addresses', `log ${formatVkey(LOG)} a b`, 'policy/item-count', 1],
  ['a log with a key of witnesses', `log ${W1}`, 'policy/key', 1],
  ['a key that is none', 'witness a b', 'policy/key', 1],
  ['one log twice', `log ${formatVkey(LOG)}\nlog ${formatVkey(LOG)}`, 'policy/duplicate-key', 2],
  ['one witness under two names', `witness a ${W1}\nwitness b ${W1}`, 'policy/duplicate-key', 2],
  ['one name for two witnesses', `witness a ${W1}\nwitness a ${W2}`, 'policy/duplicate-name', 2],
  ['a group named as a witness', `witness a ${W1}\ngroup a any a`, 'policy/duplicate-name', 2],
  ['a group named none', `witness a ${W1}\ngroup none any a`, 'policy/name', 2],
  ['a group of none', `witness a ${W1}\ngroup g any none`, 'policy/unknown-name', 2],
  ['a group of itself', `witness a ${W1}\ngroup g any a g`, 'policy/unknown-name', 2],
  ['a group without members', 'group g any', 'policy/item-count', 1],
  ['a member named twice', `witness a ${W1}\ngroup g any a a`, 'policy/member-of-two-groups', 2],
  [
    'a member of two groups',
    `witness a ${W1}\ngroup g any a\ngroup h any a`,
    'policy/member-of-two-groups',
    3,
  ],
  ['a threshold of 0', `witness a ${W1}\ngroup g 0 a`, 'policy/threshold', 2],
  ['a threshold above the members', `witness a ${W1}\nwitness b ${W2}\ngroup g 3 a b`, 'policy/threshold', 3],
  ['a threshold with a leading zero', `witness a ${W1}\ngroup g 01 a`, 'policy/threshold', 2],
  ['a quorum used before it is defined', `quorum a\nwitness a ${W3}`, 'policy/unknown-name', 1],
])('%s is refused', (_, text, code, line) => {
  expect(parsePolicy(text)).toEqual({ ok: false, error: { code, line } });
});
