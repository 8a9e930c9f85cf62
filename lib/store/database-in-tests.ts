import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate } from './migrate.ts';

/** The server of a test run, as vitest's global set-up hands it to the files. */
export interface TestServer {
  /** The address of a database from which others can be made. */
  readonly url: string;
  /** The migrated, empty database that each test copies. */
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testDatabaseServer: TestServer;
  }
}

/** The same address, naming another database. */
const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

/**
 * A database of the caller's own: migrated, empty, on a real PostgreSQL. Call it once per test file (in `beforeAll`, or at the top
 * with `await`), or per test where a test must start empty; it takes some tens of milliseconds. All are dropped after the run.
 */
export async function testDatabase(): Promise<{ readonly url: string; readonly name: string }> {
  const server = inject('testDatabaseServer');
  const name = `${server.template}_${randomBytes(5).toString('hex')}`;
  await onServer(server.url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${server.template}`));
  return { url: withDatabase(server.url, name), name };
}

/** Makes the template of a test run on the server at `url`. The name is the run's own, so runs beside each other do not meet. */
export async function makeTestTemplate(url: string, migrationsFolder: string): Promise<TestServer> {
  const template = `vialog_test_${randomBytes(4).toString('hex')}`;
  await onServer(url, (client) => client.query(`CREATE DATABASE ${template}`));
  await migrate(withDatabase(url, template), migrationsFolder);
  return { url, template };
}

/** Drops the template and every copy of it, whoever is still connected. */
export async function dropTestDatabases(server: TestServer): Promise<void> {
  await onServer(server.url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [server.template],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  });
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
