import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pool } from './pool.ts';

/** The names of the migrations in `folder` that the connected database does not have, or has half. Prisma's book is asked. */
export async function missingMigrations(folder: string): Promise<readonly string[]> {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')))
    : [];
  const { rows } = await pool().query<{ readonly name: string }>(
    'select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  );
  const applied = new Set(rows.map((row) => row.name));
  return names.filter((name) => !applied.has(name));
}
