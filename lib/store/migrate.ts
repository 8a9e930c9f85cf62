import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type MigrationParams, Umzug } from 'umzug';

/** One migration as it stands on disk. `checksum` is the SHA-256 of the file, as Prisma keeps it. */
interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The state of the migrations does not allow another one. The message is one sentence for the operator. */
export class MigrationFailure extends Error {
  override readonly name = 'MigrationFailure';
}

/** Prisma's own lock number, so that `prisma migrate deploy` and this runner wait for each other. */
const LOCK = 72707369;

/** The table of `prisma migrate`, column by column. */
const BOOK = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings the database at `url` up to date with the SQL in `folder` and gives the names of the migrations it applied.
 * Each runs in a transaction of its own under one lock, so starts in parallel apply each exactly once. The book kept is Prisma's.
 * Throws {@link MigrationFailure} when a migration fails, was changed after it was applied, or was left half done by another tool.
 */
export async function migrate(url: string, folder: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await inTransaction(client, async () => {
      await client.query(BOOK);
    });
    const files = migrationFiles(folder);
    const runner = new Umzug({
      migrations: files.map((file) => ({
        name: file.name,
        up: (step: Step) => applyOnce(step.context, file),
      })),
      context: client,
      storage: {
        logMigration: async () => {},
        unlogMigration: async () => {},
        executed: async () => [...(await appliedMigrations(client, files))],
      },
      logger: undefined,
    });
    const applied = await runner.up();
    return applied.map((step) => step.name);
  } finally {
    await client.end();
  }
}

type Step = MigrationParams<pg.Client>;

/** The migrations in `folder`, oldest first: their names begin with the time they were made. */
function migrationFiles(folder: string): readonly MigrationFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')));
  return names.sort().map((name) => {
    const bytes = readFileSync(join(folder, name, 'migration.sql'));
    return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
  });
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** The names in the book. Refuses a book that does not agree with the files, for nobody then knows what the tables are. */
async function appliedMigrations(
  client: pg.Client,
  files: readonly MigrationFile[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  for (const row of rows) {
    if (!row.finished) {
      throw new MigrationFailure(
        `Migration ${row.name} was begun by another tool and not finished: repair the database and mark it with "prisma migrate resolve".`,
      );
    }
    const file = files.find((candidate) => candidate.name === row.name);
    if (file !== undefined && file.checksum !== row.checksum) {
      throw new MigrationFailure(
        `Migration ${row.name} was changed after it was applied: put its file back as it was and write a new migration.`,
      );
    }
  }
  return rows.map((row) => row.name);
}

/** Another start may have applied it while this one waited for the lock, so the book is read again inside. */
async function applyOnce(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await inTransaction(client, async () => {
      if ((await appliedMigrations(client, [file])).includes(file.name)) return;
      await client.query(file.sql);
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
        [randomUUID(), file.checksum, file.name],
      );
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof MigrationFailure) throw error;
    throw new MigrationFailure(
      `Migration ${file.name} failed and was rolled back (${reason}): the database is as it was before.`,
    );
  }
}
