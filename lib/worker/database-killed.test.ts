import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../scripts/embedded-database.ts';
import { migrationsFolder } from '../../scripts/migrations-folder.ts';
import { reachableFolder } from '../../scripts/postgres-binaries.ts';
import { runningPostmaster } from '../../scripts/postmaster.ts';
import { databaseAccount } from '../../scripts/system-user.ts';
import { parseLedgerEventId } from '../evidence/event-id.ts';
import { encodeStatementLeaf } from '../evidence/statement-leaf.ts';
import { hexOf } from '../kernel/bytes.ts';
import { instantOf } from '../kernel/instant.ts';
import { hashOf } from '../ledger/hash.ts';
import { signerVkey } from '../ledger/signer-key.ts';
import { runFsck } from '../service/fsck/run-fsck.ts';
import { loadEntries } from '../store/ledger-entries.ts';
import { migrate } from '../store/migrate.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { drillLength } from './drill-length-in-tests.ts';
import { headInTests, logInTests, SIGNER, sealAndPublish } from './log-in-tests.ts';

const KILLS = drillLength(3, 40);
const WRITERS = 4;

const folder = mkdtempSync(join(reachableFolder(tmpdir(), databaseAccount()), 'vialog-drill-'));
let database: EmbeddedDatabase | undefined;
afterAll(async () => {
  await closeStore();
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What the writers were told is durable. */
const accepted: string[] = [];

function leafInTests(): { readonly id: string; readonly leaf: Uint8Array } {
  const id = parseLedgerEventId(Uint8Array.from(randomBytes(16)));
  const time = instantOf(Date.now());
  if (!id || !time.ok) throw new Error('16 bytes are an id');
  const fields = { id, kind: 1, actor: randomBytes(16), time: time.value };
  return { id: hexOf(id), leaf: encodeStatementLeaf({ ...fields, payloadRoot: hashOf(randomBytes(8)) }) };
}

/** Queues leaves until the connection breaks. */
async function write(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    for (;;) {
      const { id, leaf } = leafInTests();
      await client.query('insert into ledger.pending (log_id, event_id, leaf) values (1, $1, $2)', [
        id,
        leaf,
      ]);
      accepted.push(id);
    }
  } catch {
    await client.end().catch(() => {});
  }
}

/** Seals and publishes until the database is gone. */
async function sequence(): Promise<void> {
  const log = await logInTests();
  try {
    for (;;) await sealAndPublish(log);
  } catch {
    // The server was killed: that is what the drill is about.
  }
}

/** Killed like a machine that loses its power: nothing is flushed, nobody is told. */
function kill(): void {
  const pid = runningPostmaster(join(folder, 'cluster'));
  if (pid === undefined) throw new Error('no server runs');
  process.kill(pid, 'SIGKILL');
}

test('PostgreSQL killed in the middle of everything loses, doubles and reorders nothing that was accepted', async () => {
  const heads: { readonly size: bigint; readonly root: string }[] = [];
  for (let round = 0; round <= KILLS; round++) {
    database = await startEmbeddedDatabase(folder, { max_connections: '40' });
    const url = database.url('postgres');
    await migrate(url, migrationsFolder);
    connectStore({ url, connections: 8 });
    const log = await logInTests();
    await sealAndPublish(log);
    const head = await headInTests();
    heads.push({ size: head.size, root: hexOf(head.root) });
    if (round === KILLS) break;
    const working = [sequence(), ...Array.from({ length: WRITERS }, () => write(url))];
    await sleep(400 + randomInt(600));
    kill();
    await Promise.all(working);
    await closeStore().catch(() => {});
    await database.stop();
  }
  const { size, publishedSize, state } = await headInTests();
  expect({ state, publishedSize }).toEqual({ state: 'active', publishedSize: size });
  expect((await pool().query('select from ledger.pending')).rowCount).toBe(0);
  const entries = await loadEntries(0n, size + 1n);
  const ids = entries.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set(ids);
  expect(accepted.filter((id) => !known.has(id))).toEqual([]);
  expect(accepted.length).toBeGreaterThan(100);
  expect(heads.map((head) => head.size)).toEqual(heads.map((head) => head.size).toSorted(compared));

  // The leaves stand for statements of which this test keeps no rows.
  for await (const { pass, faults } of runFsck([signerVkey(SIGNER)], undefined)) {
    if (pass !== 'log') break;
    expect(faults.filter(({ code }) => code !== 'fsck/row-missing')).toEqual([]);
  }
}, 120_000);

const compared = (a: bigint, b: bigint): number => (a < b ? -1 : 1);
