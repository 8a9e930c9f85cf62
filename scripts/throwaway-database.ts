import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { reachableFolder } from './postgres-binaries.ts';
import { databaseAccount } from './system-user.ts';

/** An embedded PostgreSQL in a temporary folder that `stop` removes, for tests and benchmarks that keep nothing. */
export async function startThrowawayDatabase(
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(reachableFolder(tmpdir(), databaseAccount()), 'vialog-pg-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const database = await startEmbeddedDatabase(folder, settings);
    return {
      url: database.url('postgres'),
      stop: async () => {
        await database.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
