import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './repository.ts';
import { INTERRUPTED, packageProgram, runProgram } from './run-program.ts';
import { sourceHash } from './source-hash.ts';
import { StepFailure } from './step-failure.ts';

const STAMP = join(repository, 'lib', 'store', 'generated', '.made-from');

/** Makes the Prisma client anew when the schema or Prisma changed. Nothing is downloaded. */
export async function generateClient(): Promise<void> {
  const made = sourceHash(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === made) return;
  // Generating needs no schema engine, but looks for one, and would fetch it where the network allows none.
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const ended = await runProgram(process.execPath, [packageProgram('prisma/build/index.js'), 'generate'], {
    env,
    output: 'keep',
  });
  if (ended.code !== 0) {
    if (ended.code !== INTERRUPTED) console.error(ended.output);
    throw new StepFailure(
      'The database client could not be made from prisma/schema.prisma: mend the schema as Prisma says above.',
    );
  }
  writeFileSync(STAMP, made);
}
