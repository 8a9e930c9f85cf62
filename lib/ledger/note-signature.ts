import { base64Of, parseBase64 } from '../kernel/base64.ts';
import { concatBytes } from '../kernel/bytes.ts';
import { isKeyName } from './vkey.ts';

/** One signature line of a note, not yet checked. */
export interface NoteSignature {
  readonly name: string;
  /** 4 bytes. */
  readonly keyId: Uint8Array;
  /** What stands after the key id: for Ed25519 its 64 bytes, for a cosignature a time and 64 bytes. */
  readonly signature: Uint8Array;
}

const KEY_ID_BYTES = 4;

/** `— <name> <base64 of key id and signature>`, with its newline (C2SP signed-note). */
export const formatNoteSignature = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${base64Of(concatBytes(keyId, signature))}\n`;

/** Reads a signature line without its newline; `undefined` where it is none. */
export function parseNoteSignature(line: string): NoteSignature | undefined {
  const match = /^— ([^ ]+) ([A-Za-z0-9+/=]+)$/u.exec(line);
  if (!match) return undefined;
  const [, name = '', blob = ''] = match;
  const bytes = parseBase64(blob);
  if (!isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES) return undefined;
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
}
