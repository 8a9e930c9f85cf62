import { describe, expect, test } from 'vitest';
import { ed25519PublicKey } from '#ed25519';
import { parseBase64 } from '../kernel/base64.ts';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { cosign, cosignerVkey } from './cosign.ts';
import { parsePolicy } from './parse-policy.ts';
import type { Policy, PolicyGroup } from './policy.ts';
import { cosignersOf, hasQuorum } from './quorum.ts';
import { readVector } from './read-vector-in-tests.ts';
import { signNote } from './signed-note.ts';
import { formatVkey, vkeyOf } from './vkey.ts';

interface Groups {
  readonly cases: {
    readonly desc: string;
    readonly group: string;
    readonly signers: string[];
    readonly satisfied: boolean;
  }[];
}

/** `K(2, a, K(1, b, c))`: the groups it is made of, each behind its members. A threshold of 0 has no word in a policy file. */
function groupsOf(text: string): { readonly groups: readonly PolicyGroup[]; readonly quorum: string } {
  const groups: PolicyGroup[] = [];
  let rest = text;
  for (;;) {
    const inner = /K\((\d+)((?:, \w+)*)\)/.exec(rest);
    if (!inner) return { groups, quorum: rest };
    const [all, threshold, members = ''] = inner;
    const name = `g${groups.length}`;
    groups.push({ name, threshold: Number(threshold), members: members.split(', ').slice(1) });
    rest = rest.replace(all, name);
  }
}

describe.skipIf(!haveVectors)(`groups of witnesses, as Tessera counts them${vectorsNote}`, () => {
  const { cases } = haveVectors
    ? readVector<Groups>('policy/tessera-witness-groups.json')
    : ({ cases: [] } as Groups);
  test.each(cases)('$desc: $satisfied', ({ group, signers, satisfied }) => {
    const policy: Policy = { logs: [], witnesses: [], ...groupsOf(group) };
    expect(hasQuorum(policy, new Set(signers))).toBe(satisfied);
  });
});

test.skipIf(!haveVectors)(
  `sigsum's policy, with keys written as ours, and whom it is content with${vectorsNote}`,
  () => {
    interface Vector {
      readonly policy: string;
      readonly cases: { readonly witnesses: number[]; readonly sufficient: boolean }[];
    }
    const { policy: text, cases } = readVector<Vector>('policy/sigsum-quorum-1.json');
    const keyed = text.replaceAll(/\b([a-f])\1{63}\b/g, (hex, _, at: number) =>
      formatVkey(vkeyOf('x', Buffer.from(hex, 'hex'), /log\s+$/.test(text.slice(0, at)) ? 1 : 4)),
    );
    const policy = parsePolicy(keyed);
    if (!policy.ok) throw new Error(JSON.stringify(policy.error));
    for (const { witnesses, sufficient } of cases)
      expect([witnesses, hasQuorum(policy.value, new Set(witnesses.map((n) => `W${n}`)))]).toEqual([
        witnesses,
        sufficient,
      ]);
  },
);

const seed = (byte: number) => new Uint8Array(32).fill(byte);
const TEXT = 'vialog.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';

test('only true cosignatures of this text count, and one false one spoils the note', () => {
  const [a, b] = [
    { name: 'a.example', seed: seed(2) },
    { name: 'b.example', seed: seed(3) },
  ];
  const policy: Policy = {
    logs: [],
    witnesses: [
      { name: 'A', vkey: cosignerVkey(a) },
      { name: 'B', vkey: cosignerVkey(b) },
    ],
    groups: [],
    quorum: 'A',
  };
  const signed = Buffer.from(signNote(TEXT, [{ name: 'vialog.example/log', seed: seed(1) }])).toString();
  const names = (note: string) => cosignersOf(Buffer.from(note), policy).map(({ name }) => name);
  expect(names(signed)).toEqual([]);
  expect(names(signed + cosign(TEXT, b, 5n) + cosign(TEXT, a, 1_700_000_000n))).toEqual(['A', 'B']);
  expect(names(signed + cosign(TEXT, a, 5n) + cosign(`${TEXT}more\n`, b, 5n))).toEqual([]);
});

const keyOf = (text = '') => /\+[0-9a-f]{8}\+(.+)$/.exec(text)?.[1] ?? '';

test.skipIf(!haveVectors)(`Tessera's witnesses have the keys their seeds give${vectorsNote}`, () => {
  const { keys } = readVector<{ keys: Record<string, string> }>('policy/tessera-witness-groups.json');
  for (const n of [1, 2, 3]) {
    const secret = keyOf(keys[`wit${n}_skey`]);
    const shown = keyOf(keys[`wit${n}_vkey`]);
    expect(ed25519PublicKey((parseBase64(secret) ?? seed(0)).slice(1))).toEqual(
      (parseBase64(shown) ?? seed(0)).slice(1),
    );
  }
});
