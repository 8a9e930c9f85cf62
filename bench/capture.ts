/**
 * `npm run bench -- capture`: single-pack events of many writers, from the bytes of a capture document to the event recorded, against
 * the very same statements with the same parameters, sent as they were sent then, on a fresh copy of the same database: without
 * parsing, deciding and hashing. Every measurement has a process of its own.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { env } from '../lib/env.ts';
import { momentOf } from '../lib/kernel/instant.ts';
import { openLog } from '../lib/store/ledger-log.ts';
import { closeStore, connectStore } from '../lib/store/pool.ts';
import { gtinOf, organisationInTests, productInTests } from '../lib/store/world-in-tests.ts';
import { alternate } from './measure/alternate.ts';
import { benchEnvironment } from './measure/bench-environment.ts';
import type { CaptureDone, CaptureJob } from './measure/capture-job.ts';
import { median } from './measure/median.ts';
import { options } from './measure/options.ts';
import { report } from './measure/report.ts';
import { type ScratchDatabase, scratchDatabase, settleServer } from './measure/scratch-database.ts';
import { type Chain, lifeOf, type SentDocument } from './measure/single-pack-events.ts';

const { writers, packs, rounds } = options({ writers: 16, packs: 2_400, rounds: 5 });

/** Each writer has a batch of its own, and so many packs of it to grow warm with. */
const WARM_UP_PACKS = 12;
const DAY_MS = 86_400_000;

/** What a writer sends: the lives of its packs, one after the other. */
function documentsOf(chain: Chain, writer: number, from: number, count: number): readonly SentDocument[] {
  const at = momentOf(Date.now() - DAY_MS);
  return Array.from({ length: count }, (_, n) => {
    const serial = `W${writer}N${String(from + n).padStart(9, '0')}`;
    return lifeOf(chain, serial, `L${writer}`, at);
  }).flat();
}

async function newChain(): Promise<Chain> {
  const gtin = gtinOf(1);
  await openLog(env().origin);
  const manufacturer = await organisationInTests(100, 'manufacturer');
  const pharmacy = await organisationInTests(300, 'pharmacy');
  await productInTests(manufacturer, gtin);
  return { gtin, manufacturer, pharmacy };
}

const folder = mkdtempSync(join(tmpdir(), 'vialog-capture-'));

/** Runs one part in a process of its own, on a copy of `world` that is dropped afterwards. */
async function run(world: ScratchDatabase, job: Omit<CaptureJob, 'url'>): Promise<CaptureDone> {
  const copy = await world.copy();
  try {
    await settleServer();
    const file = join(folder, 'job');
    writeFileSync(file, serialize({ ...job, url: copy.url }));
    const child = fork(fileURLToPath(new URL('./measure/capture-part.ts', import.meta.url)), [file]);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error(`the part ${job.part} failed`);
    return deserialize(readFileSync(file));
  } finally {
    await copy.drop();
  }
}

async function measure(world: ScratchDatabase, chain: Chain): Promise<void> {
  const each = Math.ceil(packs / writers);
  const lists = (from: number, count: number) =>
    Array.from({ length: writers }, (_, writer) => documentsOf(chain, writer, from, count));
  const job = {
    scopes: { manufacturer: chain.manufacturer, pharmacy: chain.pharmacy },
    warmUp: lists(0, WARM_UP_PACKS),
    documents: lists(WARM_UP_PACKS, each),
    tapes: [],
  };
  const events = job.documents.flat().length;
  const { tapes } = await run(world, { ...job, part: 'record' });
  const pairs = await alternate(rounds, {
    ours: () => run(world, { ...job, part: 'capture' }),
    plain: () => run(world, { ...job, part: 'replay', tapes }),
  });
  const rate = (side: 'ours' | 'plain') =>
    `${median(pairs.map((pair) => events / pair[side].seconds)).toFixed(0)}/s`;
  const mostMegabytes = Math.round(Math.max(...pairs.map(({ ours }) => ours.mostMegabytes)));
  const statements = tapes.flat(2).length / events;
  report({
    bench: 'capture',
    how: `${writers} writers, ${events} events of one pack a round, ${statements.toFixed(2)} statements each, median of ${rounds} alternating rounds`,
    rows: [
      ['events recorded / statements replayed', rate('ours'), rate('plain')],
      ['largest resident memory of the process', `${mostMegabytes} MB`, ''],
    ],
    goals: {
      rate: { ratio: median(pairs.map(({ ours, plain }) => plain.seconds / ours.seconds)), atLeast: 0.5 },
      megabytes: { ratio: mostMegabytes, atMost: 400 },
    },
  });
}

const forget = benchEnvironment();
const world = await scratchDatabase();
try {
  connectStore({ url: world.url, connections: 4 });
  const chain = await newChain();
  // Of a database that somebody is connected to no copy can be made.
  await closeStore();
  await measure(world, chain);
} finally {
  await closeStore();
  await world.drop();
  rmSync(folder, { recursive: true, force: true });
  forget();
}
