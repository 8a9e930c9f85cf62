/**
 * `npm run bench -- commission`: a batch of a million packs from an uploaded list to active packs, against COPY of the very same rows
 * into the same table with the same indexes: without events, leaves, hashes, the packs' places in the log, and without any decision.
 * Every measurement has a database of its own, and ours a process of its own.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { env } from '../lib/env.ts';
import { openJobQueue } from '../lib/store/job-queue.ts';
import { openLog } from '../lib/store/ledger-log.ts';
import { closeStore, connectStore } from '../lib/store/pool.ts';
import { gtinOf, organisationInTests, productInTests } from '../lib/store/world-in-tests.ts';
import { FRUGAL_HEAP } from '../scripts/frugal-heap.ts';
import { benchEnvironment } from './measure/bench-environment.ts';
import type { CommissionDone, CommissionTask } from './measure/commission-part.ts';
import { median } from './measure/median.ts';
import { options } from './measure/options.ts';
import { report } from './measure/report.ts';
import { type ScratchDatabase, scratchDatabase, settleServer } from './measure/scratch-database.ts';

const { packs, rounds } = options({ packs: 1_000_000, rounds: 3 });

const folder = mkdtempSync(join(tmpdir(), 'vialog-commission-'));
/** Beside the server's own files: COPY reads it there without anything in between. */
const rowsFile = async (world: ScratchDatabase): Promise<string> => {
  const [row] = await onDatabase(world, `select current_setting('data_directory') as folder`);
  return join(row?.folder ?? '', `vialog-bench-${process.pid}.copy`);
};

async function newWorld(): Promise<Omit<CommissionTask, 'url' | 'packs'>> {
  const gtin = gtinOf(1);
  await openLog(env().origin);
  await (await openJobQueue(1)).end();
  const scope = await organisationInTests(100, 'manufacturer');
  await productInTests(scope, gtin);
  return { scope, gtin };
}

/** Commissions in a process of its own; where `keep` is given, the rows that came of it are kept for COPY. */
async function commission(
  world: ScratchDatabase,
  given: Omit<CommissionTask, 'url' | 'packs'>,
  keep: boolean,
): Promise<CommissionDone> {
  const copy = await world.copy();
  try {
    await settleServer();
    const file = join(folder, 'task.json');
    writeFileSync(file, JSON.stringify({ ...given, packs, url: copy.url } satisfies CommissionTask));
    const part = fileURLToPath(new URL('./measure/commission-part.ts', import.meta.url));
    const child = fork(part, [file], { execArgv: [...process.execArgv, ...FRUGAL_HEAP] });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error('the commissioning failed');
    if (keep) await onDatabase(copy, `copy (select * from pack order by ctid) to '${await rowsFile(copy)}'`);
    return JSON.parse(readFileSync(file, 'utf8')) as CommissionDone;
  } finally {
    await copy.drop();
  }
}

/** Seconds that COPY takes for the same rows. */
async function copyRows(world: ScratchDatabase): Promise<number> {
  const copy = await world.copy();
  try {
    const file = await rowsFile(copy);
    await settleServer();
    const start = performance.now();
    await onDatabase(copy, `copy pack from '${file}'`);
    return (performance.now() - start) / 1_000;
  } finally {
    await copy.drop();
  }
}

async function onDatabase(
  { url }: ScratchDatabase,
  statement: string,
): Promise<readonly { readonly folder?: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function measure(world: ScratchDatabase): Promise<void> {
  const given = await newWorld();
  const file = await rowsFile(world);
  // Of a database that somebody is connected to no copy can be made.
  await closeStore();
  const pairs: { readonly ours: CommissionDone; readonly plain: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    console.error(`Round ${round + 1} of ${rounds} …`);
    const ours = await commission(world, given, round === 0);
    pairs.push({ ours, plain: await copyRows(world) });
  }
  // Where the server runs on this machine; elsewhere it stays beside its files.
  rmSync(file, { force: true });
  const rate = (seconds: readonly number[]) => `${(packs / median(seconds)).toFixed(0)}/s`;
  const all = ({ upload, check, record }: CommissionDone) => upload + check + record;
  const mostMegabytes = Math.round(Math.max(...pairs.map(({ ours }) => ours.mostMegabytes)));
  report({
    bench: 'commission',
    how: `${packs} packs of one batch in one transaction, median of ${rounds} rounds`,
    rows: [
      [
        'packs commissioned / rows copied',
        rate(pairs.map(({ ours }) => ours.record)),
        rate(pairs.map(({ plain }) => plain)),
      ],
      ['rows uploaded', rate(pairs.map(({ ours }) => ours.upload)), ''],
      ['rows checked', rate(pairs.map(({ ours }) => ours.check)), ''],
      ['all of it, from the first byte on', rate(pairs.map(({ ours }) => all(ours))), ''],
      ['largest resident memory of the process', `${mostMegabytes} MB`, ''],
    ],
    goals: {
      rate: { ratio: median(pairs.map(({ ours, plain }) => plain / ours.record)), atLeast: 0.4 },
      megabytes: { ratio: mostMegabytes, atMost: 400 },
    },
  });
}

const forget = benchEnvironment();
const world = await scratchDatabase();
try {
  connectStore({ url: world.url, connections: 4 });
  await measure(world);
} finally {
  await closeStore();
  await world.drop();
  rmSync(folder, { recursive: true, force: true });
  forget();
}
