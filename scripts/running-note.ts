import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginningOf } from './process-facts.ts';
import { StepFailure } from './step-failure.ts';

/** Written to the data folder while a server runs on it: the process, when it began, and where it answers. */
interface RunningNote {
  readonly pid: number;
  readonly began: string;
  readonly address: string;
}

/**
 * Takes the data folder for this process and gives the function that lets it go. Throws {@link StepFailure} when another
 * process has it; one that ended without letting go does not count.
 */
export function takeDataFolder(dataDir: string, address: string): () => void {
  const path = join(dataDir, 'running.json');
  const mine: RunningNote = { pid: process.pid, began: beginningOf(process.pid), address };
  if (!wroteFirst(path, mine)) {
    const other = noteIn(path);
    if (other !== undefined && other.began === beginningOf(other.pid)) {
      throw new StepFailure(
        `Vialog already runs on this data folder, at ${other.address} (process ${other.pid}): use that one, stop it, or choose another folder with VIALOG_DATA_DIR.`,
      );
    }
    rmSync(path, { force: true });
    if (!wroteFirst(path, mine))
      throw new StepFailure('Another start took the data folder at this very moment: use that one.');
  }
  return () => rmSync(path, { force: true });
}

function wroteFirst(path: string, note: RunningNote): boolean {
  try {
    writeFileSync(path, JSON.stringify(note), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new StepFailure(
      `The data folder cannot be written (${String(error)}): mend its rights, or set VIALOG_DATA_DIR.`,
    );
  }
}

function noteIn(path: string): RunningNote | undefined {
  try {
    const note: RunningNote = JSON.parse(readFileSync(path, 'utf8'));
    return typeof note.pid === 'number' && note.began !== '' ? note : undefined;
  } catch {
    return undefined;
  }
}
