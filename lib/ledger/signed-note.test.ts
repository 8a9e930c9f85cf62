import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ed25519PublicKey, ed25519Sign } from '#ed25519';
import { base64Of } from '../kernel/base64.ts';
import { concatBytes, hexOf, parseUtf8, utf8Of } from '../kernel/bytes.ts';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { formatNoteSignature } from './note-signature.ts';
import { bytesOf, readVector } from './read-vector-in-tests.ts';
import { openNote, signNote } from './signed-note.ts';
import { parseVkey, type Vkey, vkeyOf } from './vkey.ts';

const vkeyFrom = (text: string): Vkey => {
  const parsed = parseVkey(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
};

const named = ({ name, keyId }: { name: string; keyId: Uint8Array }): string => `${name}+${hexOf(keyId)}`;

describe.skipIf(!haveVectors)(`the notes of golang.org/x/mod${vectorsNote}`, () => {
  interface XmodNotes {
    readonly sign: { skey: string; text: string; want: string }[];
    readonly open: {
      name: string;
      note: string;
      vkeys: string[];
      ok: boolean;
      verified?: string[];
      unverified?: string[];
    }[];
  }
  const notes = haveVectors ? readVector<XmodNotes>('signed-note/xmod-note.json') : { sign: [], open: [] };

  test.each(notes.sign)('signs byte for byte', ({ skey, text, want }) => {
    const [, , name = '', , ...key] = skey.split('+');
    const signed = signNote(text, [{ name, seed: bytesOf(key.join('+')).slice(1) }]);
    expect(parseUtf8(signed)).toBe(want);
  });

  test.each(notes.open)('opens: $name', ({ note, vkeys, ok, verified, unverified }) => {
    const opened = openNote(utf8Of(note), vkeys.map(vkeyFrom));
    expect(opened.ok).toBe(ok);
    if (!opened.ok) return;
    expect(opened.value.verified.map(named)).toEqual(verified);
    expect(opened.value.unverified.map(named)).toEqual(unverified);
  });
});

describe.skipIf(!haveVectors)(`the notes of the specifications${vectorsNote}`, () => {
  interface SpecNotes {
    readonly verifies: { vkey: string; note: string };
    readonly parses: string[];
  }
  const spec = haveVectors
    ? readVector<SpecNotes>('signed-note/c2sp-spec-examples.json')
    : { verifies: { vkey: '', note: '' }, parses: [] };

  test('the example note verifies with its key', () => {
    const opened = openNote(utf8Of(spec.verifies.note), [vkeyFrom(spec.verifies.vkey)]);
    expect(opened).toMatchObject({
      ok: true,
      value: { text: 'This is an example message.\n', unverified: [] },
    });
  });

  test('the example notes are well formed, but nobody we trust signed them', () => {
    for (const note of spec.parses)
      expect(openNote(utf8Of(note), [])).toEqual({ ok: false, error: { code: 'note/no-trusted-signature' } });
  });

  test('one changed byte anywhere in the example note is noticed', () => {
    const note = utf8Of(spec.verifies.note);
    const key = vkeyFrom(spec.verifies.vkey);
    for (const at of note.keys()) expect(openNote(note.with(at, (note[at] ?? 0) ^ 1), [key]).ok).toBe(false);
  });
});

describe.skipIf(!haveVectors)(`real notes${vectorsNote}`, () => {
  test("the Go checksum database's checkpoint verifies, its origin differing from the key's name", () => {
    const { vkey, note } = readVector<{ vkey: string; note: string }>(
      'signed-note/sumdb-real-2024-09-23.json',
    );
    const opened = openNote(utf8Of(note), [vkeyFrom(vkey)]);
    expect(opened.ok && parseCheckpoint(opened.value.text)).toMatchObject({
      ok: true,
      value: { origin: 'go.sum database tree', size: 30_055_305n },
    });
  });

  test('sigsum lays out a signature line as we do', () => {
    const sigsum = readVector<{ origin: string; want: string; keyIdHex: string; sigHex: string }>(
      'signed-note/sigsum-checkpoint-layout.json',
    );
    const line = formatNoteSignature({
      name: sigsum.origin,
      keyId: Buffer.from(sigsum.keyIdHex, 'hex'),
      signature: Buffer.from(sigsum.sigHex, 'hex'),
    });
    expect(sigsum.want.endsWith(`\n\n${line}`)).toBe(true);
  });

  test("a witness's cosignature verifies, and the log's signature of a type we do not know is ignored", () => {
    const folder = vectorPath('tlog/cosignature/skylight/witness');
    const witness = JSON.parse(readFileSync(`${folder}/witness.v0.json`, 'utf8')) as {
      verifier_keys: string[];
    };
    const keys = witness.verifier_keys.map(vkeyFrom);
    const [origin] = readdirSync(folder).filter((name) => /^[0-9a-f]{64}$/.test(name));
    const note = readFileSync(`${folder}/${origin}/checkpoint`);
    const opened = openNote(note, keys);
    expect(opened.ok && opened.value.verified.map((key) => key.name)).toEqual(['witness.example.org']);
    expect(opened.ok && opened.value.unverified.map((line) => line.name)).toEqual(['rome2026h1.example.org']);

    const text = parseUtf8(note) ?? '';
    const otherSize = utf8Of(text.replace('\n300\n', '\n301\n'));
    expect(openNote(otherSize, keys)).toMatchObject({ ok: false, error: { code: 'note/bad-signature' } });
  });
});

describe('a note of our own', () => {
  const seed = new Uint8Array(32).fill(9);
  const signer = { name: 'vialog.example/log', seed };
  const key = vkeyOf(signer.name, ed25519PublicKey(seed));
  const other = { name: 'other.example', seed: new Uint8Array(32).fill(8) };
  const otherKey = vkeyOf(other.name, ed25519PublicKey(other.seed));
  const text = 'first line\n\nafter an empty line\n';
  const note = signNote(text, [signer]);
  const spelled = parseUtf8(note) ?? '';
  const codeOf = (bytes: Uint8Array, keys: readonly Vkey[]): string | undefined => {
    const opened = openNote(bytes, keys);
    return opened.ok ? undefined : opened.error.code;
  };

  test('opens, its last empty line being the one that parts text and signatures', () => {
    expect(openNote(note, [key])).toEqual({ ok: true, value: { text, verified: [key], unverified: [] } });
  });

  test('carries the signatures of an old and a new key while keys change', () => {
    const both = signNote(text, [signer, other]);
    expect(openNote(both, [key, otherKey])).toMatchObject({ ok: true, value: { verified: [key, otherKey] } });
    expect(openNote(both, [otherKey])).toMatchObject({ ok: true, value: { verified: [otherKey] } });
  });

  test('is not opened by another key of the same name', () => {
    expect(codeOf(note, [vkeyOf(signer.name, otherKey.publicKey)])).toBe('note/no-trusted-signature');
  });

  test('is condemned by a bad signature of one trusted key, though another signed well', () => {
    const bad = formatNoteSignature({
      name: other.name,
      keyId: otherKey.keyId,
      signature: new Uint8Array(64),
    });
    expect(codeOf(utf8Of(spelled + bad), [key, otherKey])).toBe('note/bad-signature');
    expect(codeOf(utf8Of(spelled + bad), [key])).toBeUndefined();
  });

  test('counts a key once, however often it signed', () => {
    const twice = signNote(text, [signer, signer]);
    expect(openNote(twice, [key])).toMatchObject({ ok: true, value: { verified: [key] } });
  });

  test('is not opened with two trusted keys that it cannot tell apart', () => {
    const twin = { ...otherKey, name: key.name, keyId: key.keyId };
    expect(codeOf(note, [key, twin])).toBe('note/ambiguous-key');
  });

  test('with a cosignature cut short, or with a byte too many, is refused', () => {
    const witness = vkeyOf('witness.example', otherKey.publicKey, 4);
    const time = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 7);
    const signature = concatBytes(time, ed25519Sign(other.seed, utf8Of(`cosignature/v1\ntime 7\n${text}`)));
    const cosigned = (blob: Uint8Array) =>
      utf8Of(spelled + formatNoteSignature({ name: witness.name, keyId: witness.keyId, signature: blob }));
    expect(openNote(cosigned(signature), [key, witness])).toMatchObject({
      ok: true,
      value: { verified: [key, witness] },
    });
    expect(codeOf(cosigned(concatBytes(signature, Uint8Array.of(0))), [witness])).toBe('note/bad-signature');
    expect(codeOf(cosigned(signature.slice(0, -1)), [witness])).toBe('note/bad-signature');
    expect(codeOf(cosigned(signature.with(7, 8)), [witness])).toBe('note/bad-signature');
  });

  test('bears up to a hundred signatures', () => {
    const line = formatNoteSignature({
      name: other.name,
      keyId: otherKey.keyId,
      signature: new Uint8Array(64),
    });
    expect(codeOf(utf8Of(spelled + line.repeat(99)), [key])).toBeUndefined();
    expect(codeOf(utf8Of(spelled + line.repeat(100)), [key])).toBe('note/too-many-signatures');
  });

  const signatureLine = spelled.slice(spelled.lastIndexOf('—'));
  test.each([
    ['nothing', '', 'note/format'],
    ['no signature', text, 'note/signature-line'],
    ['no empty line', `text\n${signatureLine}`, 'note/format'],
    ['no newline at the end', spelled.slice(0, -1), 'note/format'],
    ['a carriage return', spelled.replace('first', 'first\r'), 'note/not-text'],
    ['a zero byte', spelled.replace('first', 'fi\0rst'), 'note/not-text'],
    ['a tab', spelled.replace('first', 'fi\trst'), 'note/not-text'],
    ['a hyphen for the dash', spelled.replace('—', '-'), 'note/signature-line'],
    ['two spaces', spelled.replace('— ', '—  '), 'note/signature-line'],
    ['a space at the end', `${spelled.slice(0, -1)} \n`, 'note/signature-line'],
    ['no padding', spelled.replace(/=+\n$/, '\n'), 'note/signature-line'],
    ['a URL-safe alphabet', `${spelled.slice(0, -10)}-_${spelled.slice(-8)}`, 'note/signature-line'],
    ['a key id without a signature', `${text}\n— a ${base64Of(key.keyId)}\n`, 'note/signature-line'],
    ['a plus sign in the name', spelled.replace('vialog.example', 'vialog+example'), 'note/signature-line'],
  ])('with %s is refused', (_, changed, code) => {
    expect(codeOf(utf8Of(changed), [key])).toBe(code);
  });

  test('that is not UTF-8 is refused', () => {
    expect(codeOf(concatBytes(Uint8Array.of(0xff), note), [key])).toBe('note/not-text');
  });

  test('is not signed over a text that could not stand in a note', () => {
    expect(() => signNote('no newline', [signer])).toThrow();
    expect(() => signNote('a tab\t\n', [signer])).toThrow();
    expect(() => signNote('\ud800\n', [signer])).toThrow();
  });
});
