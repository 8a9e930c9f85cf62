import { ed25519PublicKey, ed25519Sign, ed25519Verify } from '#ed25519';
import { parseUtf8, utf8Of } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { cosignedMessage, parseCosignature } from './cosignature.ts';
import { formatNoteSignature, type NoteSignature, parseNoteSignature } from './note-signature.ts';
import { KEY_TYPE, sameKeyName, type Vkey, vkeyOf } from './vkey.ts';

/** Whoever signs a note with Ed25519 (type 0x01): a key name and a 32-byte seed. */
export interface NoteSigner {
  readonly name: string;
  readonly seed: Uint8Array;
}

/** A note at least one of whose signatures was made by a key the reader trusts. */
export interface OpenedNote {
  /** What was signed, ending in a newline. */
  readonly text: string;
  /** The trusted keys that signed, in the order of their lines. */
  readonly verified: readonly Vkey[];
  /** Lines by keys the reader does not know. They say nothing. */
  readonly unverified: readonly NoteSignature[];
}

export type NoteError =
  | { readonly code: 'note/not-text' }
  | { readonly code: 'note/format' }
  | { readonly code: 'note/signature-line'; readonly line: number }
  | { readonly code: 'note/too-many-signatures' }
  | { readonly code: 'note/ambiguous-key'; readonly name: string }
  | { readonly code: 'note/bad-signature'; readonly name: string }
  | { readonly code: 'note/no-trusted-signature' };

/** C2SP signed-note asks for at least 16 and for some bound. */
const MAX_SIGNATURES = 100;

/** C2SP signed-note: no control character but the newline. */
const isNoteText = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the clause is about control characters
  !/[\u0000-\u0009\u000b-\u001f]/.test(text);

/**
 * Signs a text, which ends in a newline, with each signer in turn (C2SP signed-note). The same text and signers give
 * the same bytes. A text that cannot stand in a note throws.
 */
export function signNote(text: string, signers: readonly NoteSigner[]): Uint8Array {
  if (!text.endsWith('\n') || !text.isWellFormed() || !isNoteText(text))
    throw new Error('not a text of notes');
  const message = utf8Of(text);
  const lines = signers.map(({ name, seed }) => {
    const { keyId } = vkeyOf(name, ed25519PublicKey(seed));
    return formatNoteSignature({ name, keyId, signature: ed25519Sign(seed, message) });
  });
  return utf8Of(`${text}\n${lines.join('')}`);
}

/**
 * Opens a note with the keys the reader trusts (C2SP signed-note). Signatures by other keys are ignored; one by a
 * trusted key that does not verify condemns the note.
 * Errors: `note/not-text`, `note/format`, `note/signature-line` (counted from 1), `note/too-many-signatures`,
 * `note/ambiguous-key` (two trusted keys of the same name and id), `note/bad-signature`, `note/no-trusted-signature`.
 */
export function openNote(note: Uint8Array, trusted: readonly Vkey[]): Result<OpenedNote, NoteError> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const { text, signatures } = parsed.value;

  const verified: Vkey[] = [];
  const unverified: NoteSignature[] = [];
  for (const line of signatures) {
    const [vkey, ...others] = trusted.filter((key) => sameKeyName(key, line));
    if (others.length > 0) return err({ code: 'note/ambiguous-key', name: line.name });
    if (!vkey) unverified.push(line);
    else if (!verifies(vkey, text, line.signature))
      return err({ code: 'note/bad-signature', name: line.name });
    else if (!verified.includes(vkey)) verified.push(vkey);
  }
  return verified.length > 0
    ? ok({ text, verified, unverified })
    : err({ code: 'note/no-trusted-signature' });
}

/** Takes a note apart without trusting any of it. The last empty line parts text and signatures. */
function parseNote(
  note: Uint8Array,
): Result<{ readonly text: string; readonly signatures: readonly NoteSignature[] }, NoteError> {
  const all = parseUtf8(note);
  if (all === undefined || !isNoteText(all)) return err({ code: 'note/not-text' });
  const split = all.lastIndexOf('\n\n');
  if (split === -1 || !all.endsWith('\n')) return err({ code: 'note/format' });
  const lines = all.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return err({ code: 'note/too-many-signatures' });

  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseNoteSignature(line);
    if (!signature) return err({ code: 'note/signature-line', line: signatures.length + 1 });
    signatures.push(signature);
  }
  return ok({ text: all.slice(0, split + 1), signatures });
}

function verifies(vkey: Vkey, text: string, signature: Uint8Array): boolean {
  if (vkey.type === KEY_TYPE.ed25519) return ed25519Verify(vkey.publicKey, utf8Of(text), signature);
  const cosignature = parseCosignature(signature);
  return (
    cosignature !== undefined &&
    ed25519Verify(vkey.publicKey, cosignedMessage(cosignature.time, text), cosignature.ed25519)
  );
}
