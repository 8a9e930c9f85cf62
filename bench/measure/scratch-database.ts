import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { env } from '../../lib/env.ts';
import { databaseUrl } from '../../lib/store/database-url.ts';
import { migrate } from '../../lib/store/migrate.ts';
import { migrationsFolder } from '../../scripts/migrations-folder.ts';

/** A database that a benchmark fills and drops again, so that the one it was pointed at stays as it was. */
export interface ScratchDatabase {
  readonly url: string;
  /** Another one with the same contents. Nobody may be connected to this one meanwhile. */
  copy(): Promise<ScratchDatabase>;
  drop(): Promise<void>;
}

/** A migrated, empty database on the server of `DATABASE_URL`. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const database = await created('');
  await migrate(database.url, migrationsFolder);
  return database;
}

async function created(from: string): Promise<ScratchDatabase> {
  const name = `vialog_bench_${randomBytes(5).toString('hex')}`;
  await onServer(`create database ${name}${from}`);
  const url = new URL(databaseUrl(env()));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    copy: () => created(` template ${name}`),
    drop: () => onServer(`drop database ${name} with (force)`),
  };
}

/** Writes out what the server still has in memory, so that no measurement pays for what was done before it. */
export const settleServer = (): Promise<void> => onServer('checkpoint');

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(env()) });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
