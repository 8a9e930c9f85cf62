import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BlockHeaderLeaf } from '../evidence/block-header-leaf.ts';
import { parseLeaf } from '../evidence/leaf.ts';
import { hexOf } from '../kernel/bytes.ts';
import { openCheckpoint } from '../ledger/checkpoint.ts';
import { verifyConsistency } from '../ledger/consistency.ts';
import { Frontier } from '../ledger/frontier.ts';
import { signerVkey } from '../ledger/signer-key.ts';
import { proveConsistency } from '../ledger/tile-reader.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { loadCheckpoints, loadLatestCheckpoint } from '../store/ledger-checkpoints.ts';
import { loadEntries, type StoredEntry } from '../store/ledger-entries.ts';
import { readStoredTiles } from '../store/ledger-tiles.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { drillLength } from './drill-length-in-tests.ts';
import { headInTests, logInTests, SIGNER, sealAndPublish } from './log-in-tests.ts';
import { newPublisher, runPublisherOnce } from './publisher.ts';

const SECONDS = drillLength(8, 120);
const WRITERS = 6;

let url: string;

beforeAll(async () => {
  ({ url } = await testDatabase());
  connectStore({ url });
  // What the capture path does with its table of events: an id is queued once, however often it is submitted.
  await pool().query('create table submitted (event_id uuid primary key)');
});
afterAll(closeStore);

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What the writers were promised. */
const accepted: string[] = [];
const rolledBack: string[] = [];
const observations: string[] = [];
let resubmitted = 0;

async function submit(client: pg.Client, id: string, { late = 0, fails = false }): Promise<void> {
  await client.query('begin');
  const { rowCount } = await client.query('insert into submitted values ($1) on conflict do nothing', [id]);
  if (rowCount === 1) {
    const leaf = Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), randomBytes(100)]);
    await client.query('insert into ledger.pending (log_id, event_id, leaf) values (1, $1, $2)', [id, leaf]);
  } else resubmitted++;
  if (late > 0) await sleep(late);
  await client.query(fails ? 'rollback' : 'commit');
}

/** Submits until `end`: some late, some never, some again. */
async function write(end: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  while (performance.now() < end) {
    await (chance(15) && accepted.length > 0 ? repeat(client) : submitNew(client));
    if (chance(10)) await observe(client);
  }
  await client.end();
}

const chance = (percent: number): boolean => randomInt(100) < percent;
const delay = (): number => (chance(5) ? randomInt(40) : 0);

const repeat = (client: pg.Client): Promise<void> =>
  submit(client, accepted[randomInt(accepted.length)] ?? '', { late: delay() });

async function submitNew(client: pg.Client): Promise<void> {
  const id = randomUUID();
  const fails = chance(3);
  await submit(client, id, { fails, late: delay() });
  (fails ? rolledBack : accepted).push(id);
}

async function observe(client: pg.Client): Promise<void> {
  const id = randomUUID();
  await client.query('insert into ledger.observation_pending (observation, commitment) values ($1, $2)', [
    id,
    randomBytes(32),
  ]);
  observations.push(id);
}

const startProcess = (): ChildProcess =>
  spawn(
    process.execPath,
    [
      fileURLToPath(new URL('ledger-process-in-tests.ts', import.meta.url)),
      `${url}${url.includes('?') ? '&' : '?'}application_name=ledger`,
    ],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );

/** Keeps a process running until `end`, killing it at random moments. Says how often it did. */
async function killAgainAndAgain(end: number): Promise<number> {
  for (let kills = 1; ; kills++) {
    const child = startProcess();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // On a busy machine a process takes longer to begin than it is left to work.
    await Promise.race([gone, new Promise((resolve) => child.stdout?.once('data', resolve))]);
    await sleep(100 + randomInt(900));
    child.kill('SIGKILL');
    await gone;
    if (performance.now() >= end) return kills;
  }
}

/** Ends connections of the sequencers in the middle of whatever they do. */
async function terminateBackends(end: number): Promise<void> {
  while (performance.now() < end) {
    await sleep(400);
    await pool().query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'ledger' and state <> 'idle'`);
  }
}

test(
  'killed at any moment, beside each other, sequencers lose nothing, double nothing and never fork',
  async () => {
    const log = await logInTests();
    const end = performance.now() + SECONDS * 1000;
    const writers = Array.from({ length: WRITERS }, () => write(end));
    const [first, second] = await Promise.all([
      killAgainAndAgain(end),
      killAgainAndAgain(end),
      terminateBackends(end),
      ...writers,
    ]);
    const survivedUntil = (await headInTests()).publishedSize;
    await sealAndPublish(log);

    const { size, publishedSize, state } = await headInTests();
    expect(state).toBe('active');
    expect(publishedSize).toBe(size);
    expect(survivedUntil).toBeGreaterThan(100n);
    expect(first + second).toBeGreaterThan(2);
    expect(resubmitted).toBeGreaterThan(0);
    expect(rolledBack.length).toBeGreaterThan(0);
    expect((await pool().query('select from ledger.pending')).rowCount).toBe(0);

    const entries = await loadEntries(0n, size + 1n);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from(entries, (_, seq) => BigInt(seq)));
    const events = new Set(accepted.map((id) => id.replaceAll('-', '')));
    const ours = entries.filter(({ id }) => events.has(id));
    expect(ours.length).toBe(accepted.length);
    expect(new Set(ours.map(({ id }) => id)).size).toBe(accepted.length);
    expectOwnLeaves(entries.filter(({ id }) => !events.has(id)));
    expectChain(entries);

    const { rows } = await pool().query('select observation, leaf_event from ledger.observation_member');
    expect(rows.map((row) => row.observation).sort()).toEqual(
      observations.map((id) => id.replaceAll('-', '')).sort(),
    );
    const ids = new Set(entries.map(({ id }) => id));
    expect(rows.every((row) => ids.has(row.leaf_event))).toBe(true);
    await expectConsistentHeads();
  },
  60_000 + SECONDS * 2_000,
);

/** What nobody submitted are block headers and observations: nothing that was rolled back is among them. */
function expectOwnLeaves(entries: readonly StoredEntry[]): void {
  const types = new Set(entries.map(({ leaf }) => parseLeaf(leaf)).map((leaf) => leaf.ok && leaf.value.type));
  expect(types).toEqual(new Set(['block-header', 'observations']));
}

/** Replays the log as an auditor does: every header names the tree and the header before it. */
function expectChain(entries: readonly StoredEntry[]): void {
  const tree = new Frontier();
  let last: { readonly header: BlockHeaderLeaf; readonly entry: StoredEntry } | undefined;
  let next = 0n;
  for (const entry of entries) {
    if (entry.seq === next) {
      const leaf = parseLeaf(entry.leaf);
      if (!leaf.ok || leaf.value.type !== 'block-header') throw new Error(`no block begins at ${entry.seq}`);
      const header = leaf.value;
      expect(header.blockNo).toBe((last?.header.blockNo ?? 0n) + 1n);
      expect(header.prevSize).toBe(entry.seq);
      expect(hexOf(header.prevRoot)).toBe(hexOf(tree.root()));
      expect(hexOf(header.prevBlockLeafHash)).toBe(hexOf(last?.entry.leafHash ?? new Uint8Array(32)));
      expect(header.time).toBeGreaterThanOrEqual(last?.header.time ?? 0);
      expect(header.epoch).toBeGreaterThanOrEqual(last?.header.epoch ?? 1n);
      last = { header, entry };
      next = entry.seq + 1n + BigInt(header.count);
    }
    tree.append(entry.leafHash);
  }
  expect(next).toBe(BigInt(entries.length));
}

/** Every head that was ever signed is a beginning of the last one, by proof. */
async function expectConsistentHeads(): Promise<void> {
  const latest = await loadLatestCheckpoint();
  if (!latest) throw new Error('no head is signed');
  const heads = await loadCheckpoints(latest.size + 1n, 1_000_000);
  expect(heads.length).toBeGreaterThan(1);
  for (const head of heads) {
    const opened = openCheckpoint(head.note, signerVkey(SIGNER));
    if (!opened.ok) throw new Error(opened.error.code);
    const proof = await proveConsistency(head.size, latest.size, readStoredTiles);
    if (!proof.ok) throw new Error(proof.error.code);
    expect(verifyConsistency(opened.value.checkpoint, latest, proof.value)).toEqual({ ok: true });
  }
}

test('who looks through the whole log afterwards finds it sound', async () => {
  await pool().query('update ledger.log set published_size = 0');
  const auditor = newPublisher({ signer: SIGNER, everyMs: 0, auditEntries: 1_000_000n });
  expect(await runPublisherOnce(auditor)).toMatchObject({ kind: 'published' });
});
