import type { TestProject } from 'vitest/node';
import { dropTestDatabases, makeTestTemplate } from '../lib/store/database-in-tests.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { startThrowawayDatabase } from './throwaway-database.ts';

/** Nothing here outlives the run, so nothing needs to survive a power cut. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' };

/** Vitest's global set-up: one server for the run, with a migrated template that each test file copies. */
export default async function startTestDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const own = given ? undefined : await startThrowawayDatabase(SETTINGS);
  const server = await makeTestTemplate(own?.url ?? given ?? '', migrationsFolder);
  project.provide('testDatabaseServer', server);
  return async () => {
    await dropTestDatabases(server);
    await own?.stop();
  };
}
