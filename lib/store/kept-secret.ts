import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '../env.ts';

/**
 * A secret of this installation, kept in the data folder under `name` with mode 0600. The first process that asks makes it with
 * `make`; two that ask at once end with the same one. Every later call gives the same text.
 */
export function keptSecret(name: string, make: () => string): string {
  const folder = join(env().dataDir, 'keys');
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, make(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const kept = readFileSync(path, 'utf8').trim();
  if (kept === '')
    throw new Error(`The key file ${name} in the data folder is empty: restore it from a backup.`);
  return kept;
}
