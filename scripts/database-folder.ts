import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reachableFolder, SYSTEM_FOLDER } from './postgres-binaries.ts';
import type { Account } from './system-user.ts';

/**
 * Where the embedded database of `dataDir` lives: in it, or, where the database account cannot reach it (a checkout in
 * root's home), in a folder of its own under {@link SYSTEM_FOLDER}, whose name `dataDir` remembers.
 */
export function databaseFolder(dataDir: string, account: Account | undefined): string {
  const inside = join(dataDir, 'postgresql');
  const noted = notedFolder(dataDir);
  if (noted !== undefined) return noted;
  if (existsSync(inside) || reachableFolder(dataDir, account) === dataDir) return inside;
  const outside = join(SYSTEM_FOLDER, `data-${randomBytes(6).toString('hex')}`);
  writeFileSync(noteIn(dataDir), `${outside}\n`, { mode: 0o600 });
  return outside;
}

/** Removes what {@link databaseFolder} may have put outside of `dataDir`, which is about to be removed itself. */
export function removeDatabaseOf(dataDir: string): void {
  const outside = notedFolder(dataDir);
  if (outside?.startsWith(SYSTEM_FOLDER)) rmSync(outside, { recursive: true, force: true });
}

const noteIn = (dataDir: string): string => join(dataDir, 'postgresql-is-in');

const notedFolder = (dataDir: string): string | undefined =>
  existsSync(noteIn(dataDir)) ? readFileSync(noteIn(dataDir), 'utf8').trim() : undefined;
