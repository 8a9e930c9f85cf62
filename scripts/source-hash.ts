import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { repository } from './repository.ts';

/** One SHA-256 (hex) over the names and contents of the files under `paths`, tests left out. Absent paths are allowed. */
export function sourceHash(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((start) => filesUnder(join(repository, start))).sort()) {
    const content = createHash('sha256').update(readFileSync(path)).digest('hex');
    hash.update(`${relative(repository, path)} ${content}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(path: string): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return /\.(test|spec)\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}
