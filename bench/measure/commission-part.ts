/** One process of the commissioning benchmark: reads its task from the file named, does it, and writes what it took. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { mintScope, type ScopeFacts } from '../../lib/auth/mint-scope.ts';
import type { Gtin } from '../../lib/gs1/gtin.ts';
import { CLEAR_ALPHABET } from '../../lib/gs1/guess-chance.ts';
import { parseLot } from '../../lib/gs1/lot.ts';
import { momentOf } from '../../lib/kernel/instant.ts';
import { parseLocalDate } from '../../lib/kernel/local-date.ts';
import { startRegistration } from '../../lib/service/registration/control-registration.ts';
import { uploadBatch } from '../../lib/service/registration/open-registration.ts';
import { runRegistration } from '../../lib/service/registration/run-registration.ts';
import { closeStore, connectStore, pool } from '../../lib/store/pool.ts';
import { startJob } from '../../lib/store/run-jobs.ts';
import { startSequencer } from '../../lib/worker/start-sequencer.ts';

/** What is to be commissioned, by whom and where. */
export interface CommissionTask {
  readonly url: string;
  readonly scope: ScopeFacts;
  readonly gtin: Gtin;
  readonly packs: number;
}

/** Seconds for each part of the way, and the largest this process ever was. */
export interface CommissionDone {
  readonly upload: number;
  readonly check: number;
  readonly record: number;
  readonly mostMegabytes: number;
}

const [file = ''] = process.argv.slice(2);
const task: CommissionTask = JSON.parse(readFileSync(file, 'utf8'));
const SERIAL_LENGTH = 20;
const LINES_AT_ONCE = 3_000;

/** A file as a packing line writes it, drawn at random and made while it is read. */
async function* list(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('serial\n');
  for (let made = 0; made < task.packs; made += LINES_AT_ONCE) {
    const count = Math.min(LINES_AT_ONCE, task.packs - made);
    const bytes = randomBytes(count * SERIAL_LENGTH);
    let text = '';
    for (const [at, byte] of bytes.entries()) {
      text += CLEAR_ALPHABET[byte % CLEAR_ALPHABET.length];
      if (at % SERIAL_LENGTH === SERIAL_LENGTH - 1) text += '\n';
    }
    yield new TextEncoder().encode(text);
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

async function run(job: string, end: string): Promise<void> {
  const toRun = await startJob(job);
  const ended = toRun && (await runRegistration(toRun));
  if (ended !== end) throw new Error(`the registration ended as ${ended}`);
}

connectStore({ url: task.url, connections: 6 });
const sequencer = startSequencer({});
const scope = mintScope(task.scope);
const [lot, expiry] = [parseLot('L1'), parseLocalDate('2029-05-31')];
if (!lot.ok || !expiry) throw new Error('a batch');
const { gtin } = task;
const batch = { gtin, lot: lot.value, expiry, at: momentOf(Date.now()), startsByItself: false };

let job = '';
const upload = await seconds(async () => {
  const taken = await uploadBatch(scope, { ...batch, requestKey: 'bench' }, { source: 'csv', body: list() });
  if (!taken.ok) throw new Error(taken.error.code);
  job = taken.value;
});
const check = await seconds(() => run(job, 'waiting'));
const started = await startRegistration(scope, job);
if (!started.ok) throw new Error(started.error.code);
const record = await seconds(() => run(job, 'succeeded'));
const { rows } = await pool().query<{ n: bigint }>(`select count(*) as n from pack where status = 'active'`);
if (rows[0]?.n !== BigInt(task.packs)) throw new Error(`${task.packs} packs should be active`);
const mostMegabytes = process.resourceUsage().maxRSS / 1024;
writeFileSync(file, JSON.stringify({ upload, check, record, mostMegabytes } satisfies CommissionDone));
await sequencer.stop();
await closeStore();
