import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { UnusableInput } from '../unusable-input.ts';

/**
 * Takes a state file for this process alone, and gives the function that lets go of it. Two witnesses with one memory would each sign
 * what the other must not. Throws {@link UnusableInput} where another process that still runs has it.
 */
export function lockState(file: string): () => void {
  const lock = `${file}.lock`;
  if (!taken(lock)) {
    if (isAlive(ownerOf(lock)))
      throw new UnusableInput(
        `Another witness uses ${file}: stop it first, or give this one a state of its own.`,
      );
    rmSync(lock, { force: true });
    if (!taken(lock)) throw new UnusableInput(`Another witness has just taken ${file}.`);
  }
  return () => rmSync(lock, { force: true });
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new UnusableInput(`${lock} cannot be written: ${String(error)}.`);
  }
}

function ownerOf(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
