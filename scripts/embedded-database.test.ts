import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { reachableFolder } from './postgres-binaries.ts';
import { databaseAccount } from './system-user.ts';

const folder = mkdtempSync(join(reachableFolder(tmpdir(), databaseAccount()), 'vialog-pg-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const settings = { fsync: 'off' };

async function ask(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  // The server under test is ended while connections stand.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const lockFile = join(folder, 'cluster', 'postmaster.pid');

test('the embedded database is UTF-8, keeps its rows, and opens no port and no folder to others', async () => {
  const first = await startEmbeddedDatabase(folder, settings);
  expect(first.isNew).toBe(true);
  await ask(first.url('postgres'), "CREATE TABLE kept AS SELECT 'ä' AS a");
  expect(await ask(first.url('postgres'), 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
  expect(await ask(first.url('postgres'), 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
  expect(statSync(folder).mode & 0o077).toBe(0);
  await first.stop();
  expect(existsSync(lockFile)).toBe(false);

  const second = await startEmbeddedDatabase(folder, settings);
  expect(second.isNew).toBe(false);
  expect(await ask(second.url('postgres'), 'SELECT a FROM kept')).toEqual([{ a: 'ä' }]);
  await second.stop();
  await second.stop();
});

test('a lock file left by a crash does not keep it from starting, though its number is another process by now', async () => {
  writeFileSync(lockFile, `${process.pid}\n${join(folder, 'cluster')}\n`);
  const server = await startEmbeddedDatabase(folder, settings);
  expect(readFileSync(lockFile, 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`));
  await server.stop();
});

test('a server left over from an earlier run is ended and replaced', async () => {
  const left = await startEmbeddedDatabase(folder, settings);
  const pid = readFileSync(lockFile, 'utf8').split('\n')[0];
  const next = await startEmbeddedDatabase(folder, settings);
  expect(readFileSync(lockFile, 'utf8').split('\n')[0]).not.toBe(pid);
  expect(await ask(next.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await next.stop();
  await left.stop();
});

test('a setting PostgreSQL does not take ends in one sentence with its reason', async () => {
  await expect(startEmbeddedDatabase(folder, { shared_buffers: 'plenty' })).rejects.toThrow(
    /^The embedded PostgreSQL did not start \(.*shared_buffers.*\): read .*, or set DATABASE_URL to another PostgreSQL\.$/,
  );
});
