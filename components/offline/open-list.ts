import { utf8Of } from '../../lib/kernel/bytes.ts';
import { err, type Result } from '../../lib/kernel/result.ts';
import { type NoteError, openNote } from '../../lib/ledger/signed-note.ts';
import { parseVkey } from '../../lib/ledger/vkey.ts';
import { type BlockList, type UpdateError, updatedList } from '../../lib/scan/block-list/block-list.ts';
import type { KeptList } from './device-store.ts';

export type OpenListError = NoteError | UpdateError | { readonly code: 'block-list/key' };

/**
 * The list that a kept or received one holds, once the key vouches for it. Errors: `block-list/key`, those of notes and of updates,
 * `block-list/other-content` where the note signs another head than the update names.
 */
export function openList(
  known: BlockList | undefined,
  { vkey, note, update }: KeptList,
): Result<BlockList, OpenListError> {
  const key = parseVkey(vkey);
  if (!key.ok) return err({ code: 'block-list/key' });
  const opened = openNote(utf8Of(note), [key.value]);
  if (!opened.ok) return opened;
  if (opened.value.text !== update.head) return err({ code: 'block-list/other-content' });
  return updatedList(known, update);
}
