import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { FsckPlace } from '../../service/fsck/run-fsck.ts';
import { UnusableInput } from '../unusable-input.ts';

/** How far an interrupted check came, and what it had found. */
export interface FsckState {
  readonly place: FsckPlace | undefined;
  readonly rows: number;
  readonly faults: number;
  readonly doubts: number;
}

const BEGIN: FsckState = { place: undefined, rows: 0, faults: 0, doubts: 0 };

/** Reads a state file; an absent one is a check from the beginning. Throws {@link UnusableInput} where it is damaged. */
export function loadFsckState(file: string | undefined): FsckState {
  if (file === undefined) return BEGIN;
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as FsckState & { readonly version: number };
    if (stored.version !== 1 || typeof stored.place?.pass !== 'string')
      throw new Error('it is no state of fsck');
    return stored;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return BEGIN;
    throw new UnusableInput(
      `The state file ${file} cannot be used: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

/** Replaces a state file, dying meanwhile leaves the old one; removes it where the check is at its end. */
export function saveFsckState(file: string | undefined, state: FsckState): void {
  if (file === undefined) return;
  if (state.place === undefined) {
    rmSync(file, { force: true });
    return;
  }
  const text = `${JSON.stringify({ version: 1, ...state })}\n`;
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
