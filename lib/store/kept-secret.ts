import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
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
  if (!existsSync(path)) place(path, make());
  const kept = readFileSync(path, 'utf8').trim();
  if (kept === '')
    throw new Error(`The key file ${name} in the data folder is empty: restore it from a backup.`);
  return kept;
}

/** Written whole beside its place and linked into it: whoever finds the name finds the whole secret, and the first one stays. */
function place(path: string, secret: string): void {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, secret, { flag: 'wx', mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
}
