import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from './database-in-tests.ts';
import { migrate } from './migrate.ts';

const root = mkdtempSync(join(tmpdir(), 'vialog-migrate-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folderOf(name: string, migrations: Readonly<Record<string, string>>): string {
  const folder = join(root, name);
  for (const [migration, sql] of Object.entries(migrations)) {
    mkdirSync(join(folder, migration), { recursive: true });
    writeFileSync(join(folder, migration, 'migration.sql'), sql);
  }
  return folder;
}

async function rows(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const bookOf = (url: string): Promise<readonly unknown[]> =>
  rows(
    url,
    `SELECT migration_name AS name, checksum, applied_steps_count AS steps, finished_at IS NOT NULL AS done
               FROM _prisma_migrations WHERE migration_name LIKE '9%' ORDER BY 1`,
  );

test('migrations are applied in the order of their names and entered in the book as Prisma does', async () => {
  const { url } = await testDatabase();
  const one = 'CREATE TABLE first (a int);\n';
  const two = 'ALTER TABLE first ADD b int; INSERT INTO first VALUES (1, 2);\n';
  const folder = folderOf('ordered', { '9002_b': two, '9001_a': one });
  expect(await migrate(url, folder)).toEqual(['9001_a', '9002_b']);
  expect(await rows(url, 'SELECT * FROM first')).toEqual([{ a: 1, b: 2 }]);
  const checksum = (sql: string) => createHash('sha256').update(sql).digest('hex');
  expect(await bookOf(url)).toEqual([
    { name: '9001_a', checksum: checksum(one), steps: 1, done: true },
    { name: '9002_b', checksum: checksum(two), steps: 1, done: true },
  ]);
  expect(await migrate(url, folder)).toEqual([]);
});

test('of starts in parallel each migration is applied by exactly one', async () => {
  const { url } = await testDatabase();
  const folder = folderOf('parallel', {
    '9001_a': 'CREATE TABLE once (a int)',
    '9002_b': 'SELECT pg_sleep(0.05); INSERT INTO once VALUES (1)',
  });
  await Promise.all(Array.from({ length: 8 }, () => migrate(url, folder)));
  expect(await rows(url, 'SELECT * FROM once')).toEqual([{ a: 1 }]);
  expect(await bookOf(url)).toHaveLength(2);
});

test('a failing migration changes nothing, stops the run and says why', async () => {
  const { url } = await testDatabase();
  const folder = folderOf('failing', {
    '9001_a': 'CREATE TABLE kept (a int)',
    '9002_b': 'CREATE TABLE gone (a int); SELECT 1/0',
    '9003_c': 'CREATE TABLE never (a int)',
  });
  await expect(migrate(url, folder)).rejects.toThrow(/Migration 9002_b failed.*division by zero/);
  const tables = await rows(
    url,
    "SELECT tablename FROM pg_tables WHERE tablename IN ('kept', 'gone', 'never')",
  );
  expect(tables).toEqual([{ tablename: 'kept' }]);
  expect(await bookOf(url)).toHaveLength(1);
});

test('a migration whose file was changed after it was applied is refused', async () => {
  const { url } = await testDatabase();
  await migrate(url, folderOf('before', { '9001_a': 'SELECT 1' }));
  await expect(migrate(url, folderOf('after', { '9001_a': 'SELECT 2' }))).rejects.toThrow(
    /changed after it was applied/,
  );
});

test('a migration another tool left half done is refused', async () => {
  const { url } = await testDatabase();
  await rows(
    url,
    "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '9001_a')",
  );
  await expect(migrate(url, folderOf('half', {}))).rejects.toThrow(/not finished/);
});

test('each test database is its own', async () => {
  const [a, b] = await Promise.all([testDatabase(), testDatabase()]);
  await rows(a.url, 'CREATE TABLE mine (a int)');
  await expect(rows(b.url, 'SELECT * FROM mine')).rejects.toThrow(/does not exist/);
});
