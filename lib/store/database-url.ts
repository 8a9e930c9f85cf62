import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, EnvFailure } from '../env.ts';

/** The file in the data folder that names the embedded database while it runs. */
const fileIn = (dataDir: string): string => join(dataDir, 'database-url');

/**
 * The address of the database: `DATABASE_URL`, else the embedded one that the start script runs on the same data folder.
 * Throws {@link EnvFailure} when there is neither.
 */
export function databaseUrl(env: Pick<Env, 'databaseUrl' | 'dataDir'>): string {
  if (env.databaseUrl !== undefined) return env.databaseUrl;
  try {
    return readFileSync(fileIn(env.dataDir), 'utf8').trim();
  } catch {
    throw new EnvFailure(
      'No database is known: set DATABASE_URL, or run "npm start" first, which starts the embedded one.',
    );
  }
}
