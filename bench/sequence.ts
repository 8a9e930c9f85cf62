/**
 * `npm run bench -- sequence`: how fast the sequencer moves recorded leaves into the log, 1,000 a block, against multi-row INSERTs of
 * the very same rows into a table of the same columns and indexes (its triggers fire on changes only). Both are durable at the end of every batch.
 */
import type pg from 'pg';
import { env } from '../lib/env.ts';
import { openLog } from '../lib/store/ledger-log.ts';
import { LOG_ID } from '../lib/store/log-id.ts';
import { closeStore, connectStore, pool } from '../lib/store/pool.ts';
import { newSequencer, runSequencerOnce } from '../lib/worker/sequencer.ts';
import { alternate } from './measure/alternate.ts';
import { benchEnvironment } from './measure/bench-environment.ts';
import { median } from './measure/median.ts';
import { options } from './measure/options.ts';
import { report } from './measure/report.ts';
import { scratchDatabase, settleServer } from './measure/scratch-database.ts';

const { batch, batches, rounds } = options({ batch: 1_000, batches: 50, rounds: 9 });

/** Leaves of the length of an event's, which nobody has seen before. */
const QUEUE = `insert into ledger.pending (log_id, event_id, leaf)
  select $1, gen_random_uuid(), substr(string_agg(sha256((n::text || random()::text || k::text)::bytea), ''), 1, 245)
    from generate_series(1, $2::int) as n, generate_series(1, 8) as k group by n order by n`;

interface Row {
  readonly event_id: string;
  readonly leaf_hash: Buffer;
  readonly leaf: Buffer;
}

let plainRows: Row[] = [];
let plainSize = 0;

/** Fills the queue, remembers what is in it for the other side, and gives it time to reach the disk. */
async function fillQueue(count: number): Promise<void> {
  await pool().query(QUEUE, [LOG_ID, count]);
  const { rows } = await pool().query<Row>(
    'select event_id, leaf_hash, leaf from ledger.pending order by pid',
  );
  plainRows = rows;
  await settleServer();
}

const sequencer = newSequencer({ batchLeaves: batch, mostLeaves: batch, batchAgeMs: 0 });

/** Leaves a second, with the block headers, tiles and heads that come of them. */
async function sequence(count: number): Promise<number> {
  const start = performance.now();
  for (let done = 0; done < count; ) {
    const outcome = await runSequencerOnce(sequencer);
    if (outcome.kind !== 'sealed')
      throw new Error(`the sequencer did not seal a block: ${JSON.stringify(outcome)}`);
    done += outcome.entries - 1;
  }
  return perSecond(count, start);
}

const ROW = 5;

/** One statement for a batch, prepared once. */
const INSERT = {
  name: 'plain-insert',
  text: `insert into plain_entry (log_id, seq, event_id, leaf_hash, leaf) values ${Array.from(
    { length: batch },
    (_, row) => `(${Array.from({ length: ROW }, (_, column) => `$${row * ROW + column + 1}`).join(', ')})`,
  ).join(', ')}`,
};

async function insert(client: pg.PoolClient, rows: readonly Row[]): Promise<number> {
  const start = performance.now();
  for (let from = 0; from < rows.length; from += batch) {
    const values = rows
      .slice(from, from + batch)
      .flatMap((row, at) => [LOG_ID, plainSize + at, row.event_id, row.leaf_hash, row.leaf]);
    await client.query({ ...INSERT, values });
    plainSize += batch;
  }
  return perSecond(rows.length, start);
}

const perSecond = (count: number, start: number): number => (count * 1_000) / (performance.now() - start);

async function measure(client: pg.PoolClient): Promise<void> {
  const count = batch * batches;
  // The first blocks build the tree from the tables, prepare every statement, and let the code grow warm.
  await fillQueue(batch * 10);
  await sequence(batch * 10);
  await insert(client, plainRows);

  const pairs = await alternate(rounds, {
    prepare: () => fillQueue(count),
    ours: () => sequence(count),
    plain: () => insert(client, plainRows),
  });
  const thousands = (rate: number): string => `${(rate / 1_000).toFixed(1)} k/s`;
  report({
    bench: 'sequence',
    how: `${count} leaves a round, ${batch} a batch, median of ${rounds} alternating rounds`,
    rows: [
      [
        'leaves into the log / rows inserted',
        thousands(median(pairs.map(({ ours }) => ours))),
        thousands(median(pairs.map(({ plain }) => plain))),
      ],
    ],
    goals: { rate: { ratio: median(pairs.map(({ ours, plain }) => ours / plain)), atLeast: 0.8 } },
  });
}

const forget = benchEnvironment();
const database = await scratchDatabase();
try {
  connectStore({ url: database.url, connections: 4 });
  await openLog(env().origin);
  await pool().query('create table plain_entry (like ledger.entry including all)');
  const client = await pool().connect();
  await measure(client).finally(() => client.release());
} finally {
  await closeStore();
  await database.drop();
  forget();
}
