import { describe, expect, test } from 'vitest';
import { equalBytes, utf8Of } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { cosignerVkey } from '../../ledger/cosign.ts';
import { parseHash } from '../../ledger/hash.ts';
import { signerVkey } from '../../ledger/signer-key.ts';
import type { Bundle, BundleEntry } from './bundle.ts';
import {
  BUNDLE_SIGNERS,
  bundleFileInTests,
  bundleInTests,
  fileOfJson,
  jsonOfFile,
} from './bundle-in-tests.ts';
import { verifyBundle } from './verify-bundle.ts';

const LOG = signerVkey(BUNDLE_SIGNERS.log);
const FILE = bundleFileInTests();

/** The fault of a bundle that was changed before the operator sealed it: what the log itself refutes. */
function faultOf(change: (bundle: Bundle) => Partial<Bundle>) {
  const bundle = bundleInTests();
  const verified = verifyBundle(bundleFileInTests({ ...bundle, ...change(bundle) }), { logKey: LOG });
  return verified.ok ? 'holds' : verified.error;
}
const changedEntry = (bundle: Bundle, at: number, change: (entry: BundleEntry) => Partial<BundleEntry>) => ({
  entries: bundle.entries.map((entry, n) => (n === at ? { ...entry, ...change(entry) } : entry)),
});
const hash = (byte: number) => {
  const made = parseHash(new Uint8Array(32).fill(byte));
  if (!made) throw new Error('a hash has 32 bytes');
  return made;
};

describe('a bundle that holds', () => {
  test('says what it is about, under which head, and that the history is whole', () => {
    const verified = verifyBundle(FILE, {
      ...{ logKey: LOG, witnesses: BUNDLE_SIGNERS.witnesses.map(cosignerVkey) },
    });
    expect(verified).toMatchObject({
      ok: true,
      value: {
        about: { kind: 'pack', serial: 'SN0001' },
        ...{ origin: 'vialog.example/log', size: 14n, logKeyGiven: true, witnesses: 2, observations: 1 },
        cosigners: ['w1', 'w2'],
        subjects: [{ kind: 'sgtin', events: 4, whole: true }],
      },
    });
    expect(verified.ok && verified.value.signatures.filter((who) => who === 'organisation').length).toBe(1);
    const [first, second] = verified.ok ? verified.value.entries : [];
    expect(first?.fields.map(({ state }) => state)).toEqual(['erased', 'shown', 'shown', 'shown']);
    expect(second?.fields[0]).toMatchObject({ state: 'shown', value: { name: 'Somebody 1 é' } });
  });

  test('without a key from elsewhere it holds as well, and says that the key is its own', () => {
    expect(verifyBundle(FILE)).toMatchObject({ ok: true, value: { logKeyGiven: false } });
  });

  test('fields that the reader may not see stay bare commitments, and everything else still holds', () => {
    const bundle = bundleInTests();
    const bare = changedEntry(bundle, 1, ({ fields }) => ({
      fields: fields.map((field) => ({ ...field, opening: undefined })),
    }));
    const verified = verifyBundle(bundleFileInTests({ ...bundle, ...bare }), { logKey: LOG });
    expect(verified.ok && verified.value.entries[1]?.fields.map(({ state }) => state)).toEqual([
      ...['withheld', 'withheld', 'withheld', 'withheld'],
    ]);
  });
});

describe('whatever is changed after it was sealed is refused', () => {
  test('every single byte, each changed in one bit and in all', () => {
    // Every byte by one mask, every seventh by a second: each try costs signatures.
    const tries = Array.from(FILE, (_byte, at) => ({ at, mask: 1 << (at % 8) }));
    const more = tries.filter(({ at }) => at % 7 === 0).map(({ at }) => ({ at, mask: 0xff }));
    const accepted = [...tries, ...more].filter(({ at, mask }) => {
      const changed = FILE.slice();
      changed[at] = (changed[at] ?? 0) ^ mask;
      return verifyBundle(changed, { logKey: LOG }).ok;
    });
    expect(accepted).toEqual([]);
  }, 300_000);

  test('a byte more, a byte less, white space, and members in another order', () => {
    const text = new TextDecoder().decode(FILE);
    for (const other of [
      `${text}\n`,
      ` ${text}`,
      text.slice(0, -1),
      JSON.stringify(JSON.parse(text), null, 1),
    ])
      expect(verifyBundle(utf8Of(other)).ok).toBe(false);
    const { about, ...rest } = jsonOfFile(FILE);
    expect(verifyBundle(utf8Of(JSON.stringify({ ...rest, about: about ?? null })))).toMatchObject({
      error: { code: 'bundle/not-canonical', at: '' },
    });
  });

  test.each<[string, (json: Record<string, Json>) => void]>([
    ['the operator’s words', (json) => (json['finding'] = { observed: 'something else' })],
    ['the time', (json) => (json['madeAt'] = '2026-11-20T16:00:00.001Z')],
    ['the rules', (json) => (json['rules'] = {})],
  ])('what only the operator vouches for: %s', (_what, change) => {
    const json = jsonOfFile(FILE);
    change(json);
    expect(verifyBundle(fileOfJson(json), { logKey: LOG })).toEqual({
      ok: false,
      error: { code: 'bundle/seal', at: '/seal' },
    });
  });
});

describe('what the log refutes is refused, whoever sealed it', () => {
  test('another log', () => {
    const other = signerVkey({ ...BUNDLE_SIGNERS.log, name: 'other.example/log' });
    const verified = verifyBundle(FILE, { logKey: other });
    expect(verified).toMatchObject({ ok: false, error: { code: 'bundle/log-key', at: '/log/checkpoint' } });
  });

  test('another key of the same name', () => {
    const other = signerVkey({ ...BUNDLE_SIGNERS.log, seed: new Uint8Array(32).fill(55) });
    expect(verifyBundle(FILE, { logKey: other })).toMatchObject({ error: { code: 'bundle/log-key' } });
  });

  test('a key that had not signed heads of this size', () => {
    const logKeys = bundleInTests().logKeys.map((key) => ({ ...key, fromSize: '15' }));
    expect(faultOf(() => ({ logKeys }))).toEqual({ code: 'bundle/log-key', at: '/log/keys' });
  });

  test('a witness that is missing: by the policy, and by the reader’s own wish', () => {
    const line = (bundle: Bundle) => bundle.checkpoint.split('\n').slice(0, -2).join('\n');
    expect(faultOf((bundle) => ({ checkpoint: `${line(bundle)}\n` }))).toMatchObject({
      ...{ code: 'bundle/too-few-witnesses', because: 'w1' },
    });
    const stranger = cosignerVkey({ name: 'stranger.example', seed: new Uint8Array(32).fill(9) });
    expect(verifyBundle(FILE, { logKey: LOG, witnesses: [stranger] })).toMatchObject({
      error: { code: 'bundle/witness-absent', because: 'stranger.example' },
    });
  });

  test('an event taken out of the middle of a history: the counters show it', () => {
    const without = (bundle: Bundle) => ({ entries: bundle.entries.filter((_entry, at) => at !== 2) });
    expect(faultOf(without)).toEqual({ code: 'bundle/history', at: '/entries/3/names/0' });
  });

  test('the first event taken out', () => {
    expect(faultOf((bundle) => ({ entries: bundle.entries.slice(1) }))).toMatchObject({
      code: 'bundle/history',
    });
  });

  test('an event twice, and events in another order', () => {
    const twice = (bundle: Bundle) => ({ entries: bundle.entries.flatMap((entry) => [entry, entry]) });
    expect(faultOf(twice)).toMatchObject({ code: 'bundle/order' });
    expect(faultOf((bundle) => ({ entries: bundle.entries.toReversed() }))).toMatchObject({
      code: 'bundle/order',
    });
  });

  test.each<[string, string, (entry: BundleEntry) => Partial<BundleEntry>]>([
    ['another place', 'bundle/inclusion', ({ index }) => ({ index: index + 1n })],
    ['another sibling', 'bundle/inclusion', ({ proof }) => ({ proof: [hash(1), ...proof.slice(1)] })],
    ['a sibling too many', 'bundle/inclusion', ({ proof }) => ({ proof: [...proof, hash(1)] })],
    [
      'a leaf with another byte',
      'bundle/inclusion',
      ({ leaf }) => ({ leaf: leaf.map((b, n) => (n === 10 ? b ^ 1 : b)) }),
    ],
    ['a leaf cut short', 'bundle/leaf', ({ leaf }) => ({ leaf: leaf.slice(0, -1) })],
    ['a field left out', 'bundle/fields', ({ fields }) => ({ fields: fields.slice(1) })],
    ['fields in another order', 'bundle/fields', ({ fields }) => ({ fields: fields.toReversed() })],
    [
      'another commitment',
      'bundle/fields',
      ({ fields }) => ({ fields: fields.map((f) => ({ ...f, commitment: hash(2) })) }),
    ],
    [
      'another value',
      'bundle/opening',
      ({ fields }) => ({
        fields: fields.map((f) => ({ ...f, opening: f.opening && { ...f.opening, value: 'other' } })),
      }),
    ],
    [
      'another salt',
      'bundle/opening',
      ({ fields }) => ({
        fields: fields.map((f) => ({ ...f, opening: f.opening && { ...f.opening, salt: hash(3) } })),
      }),
    ],
    [
      'an erasure that nobody stated',
      'bundle/erasure',
      ({ fields }) => ({
        fields: fields.map((f) => ({ ...f, opening: undefined, erasedBy: '63'.repeat(16) })),
      }),
    ],
    [
      'another counter',
      'bundle/link',
      ({ names }) => ({ names: names.map((n) => ({ ...n, link: n.link && { ...n.link, counter: 7 } })) }),
    ],
    [
      'another event before',
      'bundle/link',
      ({ names }) => ({
        names: names.map((n) => ({ ...n, link: n.link && { ...n.link, previous: 'ab'.repeat(16) } })),
      }),
    ],
    [
      'a link that is withheld in a whole history',
      'bundle/history',
      ({ names }) => ({ names: names.map((n) => ({ ...n, link: undefined })) }),
    ],
    [
      'another place among the tags',
      'bundle/subject',
      ({ names }) => ({ names: names.map((n) => ({ ...n, at: 1 - n.at })) }),
    ],
    [
      'a subject that is not there',
      'bundle/subject',
      ({ names }) => ({ names: names.map((n) => ({ ...n, subject: 4 })) }),
    ],
  ])('%s', (_what, code, change) => {
    expect(faultOf((bundle) => changedEntry(bundle, 1, change))).toMatchObject({ code });
  });

  test('another pack than the one the events name', () => {
    const subjects = bundleInTests().subjects.map((one) => ({ ...one, id: `${one.id}X` }));
    expect(faultOf(() => ({ subjects }))).toMatchObject({ code: 'bundle/subject', at: '/entries/0/names/0' });
  });

  test('a signed event whose key is not among the entries', () => {
    const without = ({ entries }: Bundle) => ({ entries: entries.filter((_entry, at) => at !== 3) });
    expect(faultOf(without)).toEqual({ code: 'bundle/actor-key', at: '/entries/3/leaf' });
  });

  test('an observation that was changed', () => {
    const observations = bundleInTests().observations.map((one) => ({
      ...one,
      value: { verdict: 'set-aside' },
    }));
    expect(faultOf(() => ({ observations }))).toEqual({ code: 'bundle/observation', at: '/observations/0' });
  });

  test('an erasure stated by somebody else than who reported the event', () => {
    expect(
      faultOf((bundle) =>
        changedEntry(bundle, 0, ({ fields }) => ({
          fields: fields.map((f) => (f.erasedBy ? { ...f, erasedBy: '02'.repeat(16) } : f)),
        })),
      ),
    ).toMatchObject({ code: 'bundle/erasure', at: '/entries/0/fields/0' });
  });
});

/** The value with one of its parts, each in turn, replaced by `wrong`. */
function replaced(value: Json, wrong: Json): readonly Json[] {
  if (typeof value !== 'object' || value === null) return [wrong];
  const inside = Array.isArray(value)
    ? value
        .slice(0, 2)
        .flatMap((item: Json, at) => replaced(item, wrong).map((other) => value.with(at, other)))
    : replacedMembers(value as Readonly<Record<string, Json>>, wrong);
  return [wrong, ...inside];
}
const replacedMembers = (object: Readonly<Record<string, Json>>, wrong: Json): readonly Json[] =>
  Object.entries(object).flatMap(([key, item]) =>
    replaced(item, wrong).map((other) => ({ ...object, [key]: other })),
  );

describe('hostile files', () => {
  const big = 3_000_000;
  test.each<[string, string, string]>([
    ['nothing', '', 'bundle/not-json'],
    ['another format', '{"format":"other"}', 'bundle/format'],
    ['a list', '[]', 'bundle/format'],
    ['null', 'null', 'bundle/format'],
    ['a later version', '{"format":"vialog-bundle","version":2}', 'bundle/version'],
    ['members missing', '{"format":"vialog-bundle","version":1}', 'bundle/shape'],
    ['a run of brackets', '['.repeat(big), 'bundle/too-dense'],
    ['empty objects', `[${'{},'.repeat(big)}{}]`, 'bundle/too-dense'],
    ['short members', `{${'"a":1,'.repeat(big)}"b":1}`, 'bundle/too-dense'],
    ['numbers', `[${'1,'.repeat(big)}1]`, 'bundle/too-dense'],
    ['a string without end', `"${'\\'.repeat(big)}`, 'bundle/not-json'],
    ['a lone surrogate', '{"format":"\\ud800"}', 'bundle/not-canonical'],
    ['one member twice', '{"format":"a","format":"a"}', 'bundle/not-canonical'],
    ['a number beyond all numbers', '{"format":1e999}', 'bundle/not-canonical'],
    ['a prototype', '{"__proto__":{"format":"vialog-bundle"}}', 'bundle/format'],
  ])('%s is refused without a crash', (_what, text, code) => {
    expect(verifyBundle(utf8Of(text))).toMatchObject({ ok: false, error: { code } });
  });

  test('bytes that are no text', () => {
    expect(verifyBundle(Uint8Array.of(0xff, 0xfe))).toMatchObject({ error: { code: 'bundle/not-text' } });
  });

  test('every member replaced by every kind of value ends in a coded fault', () => {
    const wrongs: readonly Json[] = [null, 0, -1.5, '', 'x', '💥', [], {}, [null], true];
    const files = wrongs.flatMap((wrong) => replaced(jsonOfFile(FILE), wrong)).map(fileOfJson);
    const others = files.filter((file) => !equalBytes(file, FILE));
    const outcomes = others.map((file) => {
      const verified = verifyBundle(file, { logKey: LOG });
      return verified.ok ? 'holds' : verified.error.code;
    });
    expect(others.length).toBeGreaterThan(1000);
    expect(outcomes).not.toContain('holds');
    expect(outcomes.every((code) => code.startsWith('bundle/'))).toBe(true);
  }, 120_000);
});
