import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeStore, pool } from '../store/pool.ts';
import { type LogInTests, logInTests, ORIGIN, SIGNER, sealAndPublish } from '../worker/log-in-tests.ts';
import { runPublisherOnce } from '../worker/publisher.ts';
import { type ChainInTests, chainInTests, countOf } from './chain-in-tests.ts';
import type { WriterTask } from './killed-writer-in-tests.ts';

const LANES = 5;
const KILLS = 100;

let chain: ChainInTests;
let log: LogInTests;
beforeAll(async () => {
  chain = await chainInTests();
  log = await logInTests();
  expect(ORIGIN).toBe('vialog.example/test');
});
afterAll(closeStore);

/** The client: remembers what was acknowledged, and by which name in the ledger. */
const acknowledged = Array.from({ length: LANES }, () => new Map<number, string>());

/** Starts a writer, lets it acknowledge something, and kills it at a random moment soon after. */
function killedWriter(lane: number): Promise<string> {
  const known = acknowledged[lane] ?? new Map<number, string>();
  let from = 0;
  while (known.has(from)) from++;
  const task: WriterTask = {
    url: chain.url,
    seed: [...SIGNER.seed],
    organisation: chain.manufacturer.organisation,
    location: chain.manufacturer.location as NonNullable<typeof chain.manufacturer.location>,
    gtin: chain.gtin,
    lane,
    from,
    acknowledged: [...known.keys()].filter((n) => n > from),
  };
  const script = join(import.meta.dirname, 'killed-writer-in-tests.ts');
  const env = {
    NODE_ENV: 'test',
    VIALOG_TAG_KEY: '07'.repeat(32),
    VIALOG_SEAL_KEY: '08'.repeat(32),
    NODE_NO_WARNINGS: '1',
  } as const;
  const child = spawn(process.execPath, [script, JSON.stringify(task)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve) => {
    let text = '';
    let faults = '';
    let isDoomed = false;
    child.stderr.on('data', (piece) => {
      faults += piece;
    });
    child.stdout.on('data', (piece) => {
      text += piece;
      if (isDoomed) return;
      isDoomed = true;
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 120);
    });
    child.on('close', (_code, signal) => {
      for (const line of text.split('\n').slice(0, -1)) {
        const [n, ref] = line.split(' ');
        if (n !== undefined && ref !== undefined) known.set(Number(n), ref);
      }
      resolve(signal === 'SIGKILL' ? '' : faults);
    });
  });
}

test('killed at a hundred random moments: nothing acknowledged is lost, nothing is doubled, the log is whole', async () => {
  const lane = async (_: unknown, at: number) => {
    for (let kill = 0; kill < KILLS / LANES; kill++) expect(await killedWriter(at)).toBe('');
  };
  await Promise.all(Array.from({ length: LANES }, lane));

  const acks = acknowledged.flatMap((known) => [...known.values()]);
  expect(acks.length).toBeGreaterThan(KILLS);
  expect(new Set(acks).size).toBe(acks.length);
  const { rows } = await pool().query<{ n: number }>(
    'select count(*)::int as n from event e where e.id = any ($1::uuid[])',
    [acks],
  );
  expect(rows[0]?.n).toBe(acks.length);

  // Every event once, and in step with the packs that it names.
  expect(
    await countOf('(select event_id from event group by realm, reporter, event_id having count(*) > 1) d'),
  ).toBe(0);
  expect(
    await countOf(
      "pack p where p.counter <> (select count(*) from event_object o where o.uri like '%/21/' || p.serial)",
    ),
  ).toBe(0);
  expect(
    await countOf(
      'event_object o where o.counter > 1 and not exists (select from event_object b where b.realm = o.realm and b.uri = o.uri and b.counter = o.counter - 1)',
    ),
  ).toBe(0);

  // What the writers left goes into the log; then every event is there once, and no index is missing.
  await sealAndPublish(log);
  expect(await countOf('ledger.pending')).toBe(0);
  expect(
    await countOf('event e where (select count(*) from ledger.entry n where n.event_id = e.id) <> 1'),
  ).toBe(0);
  const { rows: sizes } = await pool().query(
    'select l.size, l.published_size, l.state, (select count(*) from ledger.entry) as n, (select max(seq) + 1 from ledger.entry) as next from ledger.log l',
  );
  const [{ size, published_size, state, n, next }] = sizes;
  expect([published_size, n, next, state]).toEqual([size, size, size, 'active']);
  // Another publisher reads everything back, hashes it with the other SHA-256 and finds the signed head.
  expect(await runPublisherOnce({ ...log.publisher, tree: undefined, hasAudited: false })).toEqual({
    kind: 'published',
    size,
  });
}, 180_000);
