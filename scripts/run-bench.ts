/** `npm run bench -- NAME …`: one of the files in bench/, on an embedded database of its own unless DATABASE_URL is set. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../lib/store/migrate.ts';
import { generateClient } from './generate-client.ts';
import { mainOf } from './main-of.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { repository } from './repository.ts';
import { runProgram } from './run-program.ts';
import { startThrowawayDatabase } from './throwaway-database.ts';

/** Durable as in earnest; only the memory is that of a small server instead of PostgreSQL's cautious default. */
const SETTINGS = { shared_buffers: '512MB', max_wal_size: '4GB', max_connections: '200' };

const folder = join(repository, 'bench');
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  .map((name) => name.slice(0, -'.ts'.length));

async function runBench(name: string, args: readonly string[]): Promise<number> {
  await generateClient();
  const run = (url: string) =>
    runProgram(process.execPath, [join(folder, `${name}.ts`), ...args], { env: { DATABASE_URL: url } });
  const given = process.env['DATABASE_URL'];
  if (given) return (await run(given)).code;
  const database = await startThrowawayDatabase(SETTINGS);
  try {
    await migrate(database.url, migrationsFolder);
    return (await run(database.url)).code;
  } finally {
    await database.stop();
  }
}

mainOf(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name !== undefined && names.includes(name)) return runBench(name, args);
  console.log(names.length === 0 ? 'There are no benchmarks.' : `Benchmarks: ${names.join(', ')}`);
  if (name === undefined) return 0;
  console.error(`There is no benchmark "${name}".`);
  return 1;
});
