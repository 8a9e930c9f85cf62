import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Env } from '../lib/env.ts';
import { migrate } from '../lib/store/migrate.ts';
import { databaseFolder } from './database-folder.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { runProgram } from './run-program.ts';
import { StepFailure } from './step-failure.ts';
import { databaseAccount } from './system-user.ts';

/** A database that is up to date and, in demo mode, not empty. */
export interface PreparedDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

const NAME = 'vialog';

/** Makes the data folder. Others may pass through it but not list it, so that the database account reaches its part. */
export function makeDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  } catch (error) {
    throw new StepFailure(
      `The data folder ${dataDir} cannot be made (${String(error)}): set VIALOG_DATA_DIR to another.`,
    );
  }
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
}

/** The database the environment asks for: the given one, or the embedded one in the data folder; migrated, with demo data. */
export async function preparedDatabase(
  env: Env,
  serverEnv: Readonly<Record<string, string>>,
): Promise<PreparedDatabase> {
  if (env.databaseUrl !== undefined) {
    await migrateGiven(env.databaseUrl);
    if (env.demo) await loadDemo(env.databaseUrl, serverEnv);
    return { url: env.databaseUrl, stop: async () => {} };
  }
  const server = await startEmbeddedDatabase(databaseFolder(env.dataDir, databaseAccount()));
  try {
    return await preparedEmbedded(server, env, serverEnv);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function migrateGiven(url: string): Promise<void> {
  try {
    await refuseOldServer(url);
    await migrate(url, migrationsFolder);
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new StepFailure(
        `The database of DATABASE_URL cannot be used (${error.message || error.code}): check the address and that it runs.`,
      );
    }
    throw error;
  }
}

async function refuseOldServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>('SHOW server_version');
    const version = rows[0]?.version ?? 'unknown';
    if (Number.parseInt(version, 10) < 15) {
      throw new StepFailure(
        `The database of DATABASE_URL is PostgreSQL ${version}: Vialog needs version 15 or newer.`,
      );
    }
  } finally {
    await client.end();
  }
}

async function preparedEmbedded(
  server: EmbeddedDatabase,
  env: Env,
  serverEnv: Readonly<Record<string, string>>,
): Promise<PreparedDatabase> {
  const loading = join(env.dataDir, 'demo-is-loading');
  const isNew = await makeDatabase(server.url('postgres'), existsSync(loading));
  const url = server.url(NAME);
  await migrate(url, migrationsFolder);
  if (env.demo && isNew) writeFileSync(loading, '');
  if (env.demo && (isNew || !existsSync(join(env.dataDir, 'demo.json')))) await loadDemo(url, serverEnv);
  rmSync(loading, { force: true });
  const note = join(env.dataDir, 'database-url');
  writeFileSync(note, `${url}\n`, { mode: 0o600 });
  return {
    url,
    stop: async () => {
      rmSync(note, { force: true });
      await server.stop();
    },
  };
}

/**
 * Makes the database when it is missing and says whether it did. `anew` throws away what an interrupted load of the demo
 * world left in a new one: half a world would be taken for a whole one.
 */
async function makeDatabase(url: string, anew: boolean): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (anew) await client.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`);
    return rowCount === 0;
  } finally {
    await client.end();
  }
}

async function loadDemo(url: string, serverEnv: Readonly<Record<string, string>>): Promise<void> {
  const env = { ...serverEnv, DATABASE_URL: url };
  const ended = await runProgram(process.execPath, ['scripts/load-demo.ts'], { env });
  if (ended.code !== 0) {
    throw new StepFailure(
      'The demo world could not be loaded (see above): start again, or set VIALOG_DEMO=0 to go without.',
    );
  }
}
