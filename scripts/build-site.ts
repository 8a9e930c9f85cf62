import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './repository.ts';
import { INTERRUPTED, packageProgram, runProgram } from './run-program.ts';
import { sourceHash } from './source-hash.ts';
import { StepFailure } from './step-failure.ts';

const STAMP = join(repository, '.next', 'vialog-built-from');

/** All that ends up in the build. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'postcss.config.js',
  'proxy.ts',
  'tsconfig.json',
];

/** Builds the site for production, unless the last build was made from the very same sources. */
export async function buildSite(): Promise<'built' | 'fresh'> {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceHash(SOURCES)) return 'fresh';
  rmSync(STAMP, { force: true });
  console.log('Building the site …');
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const ended = await runProgram(process.execPath, [packageProgram('next/dist/bin/next'), 'build'], {
    env,
    output: 'keep',
  });
  if (ended.code !== 0) {
    if (ended.code !== INTERRUPTED) console.error(ended.output);
    throw new StepFailure(
      'The site could not be built: mend what Next.js names above, or go back to a version that builds.',
    );
  }
  // Hashed afterwards: the first build mends tsconfig.json.
  writeFileSync(STAMP, sourceHash(SOURCES));
  return 'built';
}
