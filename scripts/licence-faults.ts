import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { repository } from './repository.ts';

/** Licences that ask for no more than to be named, or only that changes to the package itself are published. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
]);

/** Packages allowed in spite of their licence, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  '@img/sharp-': 'LGPL-3.0-or-later in part: a shared library of its own, used unchanged, and optional',
  'png-js': 'MIT: its LICENSE says so, its package.json says nothing',
  elkjs: 'EPL-2.0: a part of Prisma’s studio, which is neither run nor served',
};

const lockFile = z.object({
  packages: z.record(z.string(), z.object({ license: z.string().optional(), dev: z.boolean().optional() })),
});

/** One line for each package of production whose licence is not known to be harmless. */
export function licenceFaults(
  text = readFileSync(join(repository, 'package-lock.json'), 'utf8'),
): readonly string[] {
  const { packages } = lockFile.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([path, { license, dev }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (path === '' || dev === true || isAllowed(license) || isException(name)) return [];
    return [`${name}: licence ${license ?? 'not stated'} is not on the list in scripts/licence-faults.ts`];
  });
}

const isException = (name: string): boolean =>
  Object.keys(EXCEPTIONS).some((known) => name === known || (known.endsWith('-') && name.startsWith(known)));

/** Of alternatives one must be allowed, of licences that hold together all. */
function isAllowed(expression = ''): boolean {
  const alternatives = expression.replaceAll(/[()]/g, '').split(/ or /i);
  return alternatives.some((all) => all.split(/ and /i).every((licence) => ALLOWED.has(licence.trim())));
}
