import { equalBytes } from '../../kernel/bytes.ts';
import { type Checkpoint, parseCheckpoint } from '../../ledger/checkpoint.ts';
import type { Hash } from '../../ledger/hash.ts';
import { openNote } from '../../ledger/signed-note.ts';
import type { Vkey } from '../../ledger/vkey.ts';
import type { CheckpointRow, PublicationRow } from '../../store/fsck/log-pages.ts';
import { type FsckFault, faultAt } from './fsck-fault.ts';

/** The tree that a head of its size must be of; absent where the entries before it are damaged. */
export interface HeadTruth {
  readonly root: Hash;
  readonly blockNo: bigint | undefined;
}

/** What is wrong with a signed head: its signature, what it says beside its row, and against the tree. */
export function checkpointFaults(
  { size, root, block_no, note }: CheckpointRow,
  truth: HeadTruth | undefined,
  keys: readonly Vkey[],
): readonly FsckFault[] {
  const place = { table: 'ledger.checkpoint', row: `size ${size}` };
  const told = opened(note, keys);
  if (typeof told === 'string') return [faultAt(place, 'head-note', 'note', told)];
  const faults: FsckFault[] = [];
  if (told.size !== size)
    faults.push(faultAt(place, 'head-size', 'size', `its note is of size ${told.size}`));
  if (!equalBytes(told.root, root))
    faults.push(faultAt(place, 'head-root', 'root', 'its note says another root'));
  else if (truth && !equalBytes(truth.root, root))
    faults.push(faultAt(place, 'head-tree', 'root', 'the entries before it do not give the signed root'));
  if (truth?.blockNo !== undefined && truth.blockNo !== block_no)
    faults.push(faultAt(place, 'head-block', 'block_no', `its last block is number ${truth.blockNo}`));
  return faults;
}

/** What is wrong with a head that was shown: it must be the signed head of its size, and each of its cosigners in the note. */
export function publicationFaults(
  { size, note, cosigners, signed }: PublicationRow,
  keys: readonly Vkey[],
): readonly FsckFault[] {
  const place = { table: 'ledger.publication', row: `size ${size}` };
  const told = opened(note, keys);
  if (typeof told === 'string') return [faultAt(place, 'publication-note', 'note', told)];
  if (!signed) return [faultAt(place, 'publication-unsigned', 'size', 'no head of this size is signed')];
  if (bodyOf(note) !== bodyOf(signed))
    return [faultAt(place, 'publication-head', 'note', 'is not the signed head of its size')];
  const lines = Buffer.from(note).toString('utf8').split('\n');
  const signatures = lines.filter((line) => line.startsWith('— ')).length;
  return signatures - 1 >= cosigners.length
    ? []
    : [faultAt(place, 'publication-cosigners', 'cosigners', 'names more than have signed the note')];
}

const bodyOf = (note: Uint8Array): string => {
  const text = Buffer.from(note).toString('utf8');
  return text.slice(0, text.lastIndexOf('\n\n'));
};

function opened(note: Uint8Array, keys: readonly Vkey[]): Checkpoint | string {
  const note_ = openNote(note, keys);
  if (!note_.ok) return note_.error.code;
  const checkpoint = parseCheckpoint(note_.value.text);
  return checkpoint.ok ? checkpoint.value : checkpoint.error.code;
}
