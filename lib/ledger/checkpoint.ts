import { base64Of, parseBase64 } from '../kernel/base64.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { TreeHead } from './consistency.ts';
import { parseDecimal } from './decimal.ts';
import { parseHash } from './hash.ts';
import { type NoteError, type OpenedNote, openNote } from './signed-note.ts';
import { sameKeyName, type Vkey } from './vkey.ts';

/** What a log signs: its name, how many leaves it has, and their root. */
export interface Checkpoint extends TreeHead {
  readonly origin: string;
  /** Lines after the root, which the standard does not recommend. We write none. */
  readonly extension: readonly string[];
}

export type CheckpointError =
  | { readonly code: 'checkpoint/format' }
  | { readonly code: 'checkpoint/origin' }
  | { readonly code: 'checkpoint/size' }
  | { readonly code: 'checkpoint/root' };

/** The text of a checkpoint: origin, size, root, each on a line (C2SP tlog-checkpoint). A bad origin throws. */
export function formatCheckpointBody({ origin, size, root }: Omit<Checkpoint, 'extension'>): string {
  if (origin === '' || origin.includes('\n')) throw new Error('an origin is one line that is not empty');
  return `${origin}\n${size}\n${base64Of(root)}\n`;
}

/**
 * Reads the text of a checkpoint (C2SP tlog-checkpoint), signatures already taken off.
 * Errors: `checkpoint/format`, `checkpoint/origin`, `checkpoint/size`, `checkpoint/root`.
 */
export function parseCheckpoint(text: string): Result<Checkpoint, CheckpointError> {
  if (!text.endsWith('\n')) return err({ code: 'checkpoint/format' });
  const [origin, sizeText, rootText, ...extension] = text.slice(0, -1).split('\n');
  if (sizeText === undefined || rootText === undefined || extension.includes(''))
    return err({ code: 'checkpoint/format' });
  if (!origin) return err({ code: 'checkpoint/origin' });
  const size = parseDecimal(sizeText);
  if (size === undefined) return err({ code: 'checkpoint/size' });
  const root = parseHash(parseBase64(rootText) ?? new Uint8Array(0));
  if (!root) return err({ code: 'checkpoint/root' });
  return ok({ origin, size, root, extension });
}

/** A checkpoint that the log signed, and everyone else among the trusted who did. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly note: OpenedNote;
}

export type OpenCheckpointError =
  | NoteError
  | CheckpointError
  | { readonly code: 'checkpoint/not-signed-by-the-log' }
  | { readonly code: 'checkpoint/other-origin'; readonly origin: string };

/**
 * Opens a signed checkpoint of the log that `log` is the key of. The key's name is the log's origin
 * (C2SP tlog-policy), so that a key used for two logs cannot pass one's head off as the other's.
 * Errors: those of {@link openNote} and {@link parseCheckpoint}, `checkpoint/not-signed-by-the-log`,
 * `checkpoint/other-origin`.
 */
export function openCheckpoint(
  note: Uint8Array,
  log: Vkey,
  cosigners: readonly Vkey[] = [],
): Result<OpenedCheckpoint, OpenCheckpointError> {
  const opened = openNote(note, [log, ...cosigners]);
  if (!opened.ok) return opened;
  if (!opened.value.verified.some((key) => sameKeyName(key, log)))
    return err({ code: 'checkpoint/not-signed-by-the-log' });
  const checkpoint = parseCheckpoint(opened.value.text);
  if (!checkpoint.ok) return checkpoint;
  const { origin } = checkpoint.value;
  if (origin !== log.name) return err({ code: 'checkpoint/other-origin', origin });
  return ok({ checkpoint: checkpoint.value, note: opened.value });
}
