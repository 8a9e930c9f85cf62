import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './repository.ts';

interface Package {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Whether `name` is found from `path` as Node looks for it: beside it, then further and further out. */
function resolves(packages: Readonly<Record<string, Package>>, path: string, name: string): boolean {
  if (`${path === '' ? '' : `${path}/`}node_modules/${name}` in packages) return true;
  if (path === '') return false;
  return resolves(packages, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}

test('the lock file names the packages of every platform, or "npm ci" stops where the registry does not have one', () => {
  const lock: { packages: Record<string, Package> } = JSON.parse(
    readFileSync(join(repository, 'package-lock.json'), 'utf8'),
  );
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !resolves(lock.packages, path, name)),
  );
  expect(missing).toEqual([]);
});
