import { parseUtf8 } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { AddCheckpoint } from './add-checkpoint.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { type TreeHead, verifyConsistency } from './consistency.ts';
import { EMPTY_ROOT } from './hash.ts';
import { openNote } from './signed-note.ts';
import type { Vkey } from './vkey.ts';

/** What a witness knows of a log: the keys that may sign for it, and the head it cosigned last. */
export interface WitnessedLog {
  readonly keys: readonly Vkey[];
  /** The empty tree before the first. */
  readonly head: TreeHead;
}

/** A head that the witness may cosign, once it has kept it: `text` is what it signs. */
export interface HeadToCosign {
  readonly checkpoint: Checkpoint;
  readonly text: string;
}

/**
 * Why a witness refuses, with the status that C2SP tlog-witness asks for: 400 malformed, 404 a log it does not know, 403 not signed by
 * that log, 409 another size than `size` was taken for the last, 422 a head that does not continue the last.
 */
export type HeadRefusal =
  | { readonly code: 'witness/malformed'; readonly status: 400 }
  | { readonly code: 'witness/unknown-log'; readonly status: 404 }
  | { readonly code: 'witness/not-signed'; readonly status: 403 }
  | { readonly code: 'witness/other-size'; readonly status: 409; readonly size: bigint }
  | { readonly code: 'witness/inconsistent'; readonly status: 422 };

/** A witness before it has seen anything of a log. */
export const NO_HEAD: TreeHead = { size: 0n, root: EMPTY_ROOT };

/**
 * Whether a witness may cosign the head it is sent (C2SP tlog-witness): signed by the log, and consistent with the head it cosigned
 * last, of which `known` tells by origin. The head that is given back must be kept, durably and only where the last head is still the
 * one that was compared with, before it is cosigned.
 */
export function judgeHead(
  { oldSize, proof, checkpoint: note }: AddCheckpoint,
  known: (origin: string) => WitnessedLog | undefined,
): Result<HeadToCosign, HeadRefusal> {
  const text = textOf(note);
  const parsed = text === undefined ? undefined : parseCheckpoint(text);
  if (text === undefined || !parsed?.ok || oldSize > parsed.value.size)
    return err({ code: 'witness/malformed', status: 400 });
  const checkpoint = parsed.value;

  const log = known(checkpoint.origin);
  if (!log) return err({ code: 'witness/unknown-log', status: 404 });
  const opened = openNote(note, log.keys);
  if (!opened.ok) return err({ code: 'witness/not-signed', status: 403 });
  if (oldSize !== log.head.size) return err({ code: 'witness/other-size', status: 409, size: log.head.size });
  if (!verifyConsistency(log.head, checkpoint, proof).ok)
    return err({ code: 'witness/inconsistent', status: 422 });
  return ok({ checkpoint, text: opened.value.text });
}

/** The text of a note nobody has opened yet; `undefined` where there is no signature behind it. */
function textOf(note: Uint8Array): string | undefined {
  const all = parseUtf8(note);
  const split = all?.lastIndexOf('\n\n') ?? -1;
  return all === undefined || split === -1 ? undefined : all.slice(0, split + 1);
}
