import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrgScope } from '../../custody/org-scope.ts';
import { elementStringOf } from '../../gs1/element-string.ts';
import { packLabel } from '../../gs1/labels/pack-label.ts';
import type { Serial } from '../../gs1/serial.ts';
import { parseSscc, type Sscc } from '../../gs1/sscc.ts';
import { ssccAt } from '../../gs1/sscc-at.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { openJobQueue } from '../../store/job-queue.ts';
import { loadJob } from '../../store/jobs.ts';
import { forgetOldLabelFiles } from '../../store/label-files.ts';
import { saveCompanyPrefix } from '../../store/organisations.ts';
import { closeStore, pool } from '../../store/pool.ts';
import { finishJob, type JobToRun, startJob } from '../../store/run-jobs.ts';
import { takeSsccs } from '../../store/sscc-numbers.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  countOf,
  deliver,
  LOT,
  say,
} from '../chain-in-tests.ts';
import { cancelLabelJob, labelFileStream, loadLabelJob } from './label-job.ts';
import { type LabelOrder, orderLabels, type PackLabelOrder } from './order-labels.ts';
import { runLabels } from './run-labels.ts';
import { zplPages } from './zpl-page-in-tests.ts';

const SERIALS = Array.from({ length: 613 }, (_, n) => `S${String(n).padStart(5, '0')}` as Serial);
const PREFIX = '952999';

let chain: ChainInTests;
beforeAll(async () => {
  chain = await chainInTests();
  await (await openJobQueue(1)).end();
  const said = await say(chain.manufacturer, commissioning(chain.manufacturer, chain.gtin, SERIALS));
  if (!said.ok) throw new Error(said.error.code);
  await saveCompanyPrefix(chain.manufacturer.organisation, PREFIX);
});
afterAll(closeStore);

const packsOf = (changed: Partial<PackLabelOrder> = {}): PackLabelOrder => ({
  labels: 'packs',
  gtin: chain.gtin,
  lot: LOT,
  form: 'zpl-300',
  from: undefined,
  most: 100_000,
  ...changed,
});

async function ordered(scope: OrgScope, order: LabelOrder, key?: string): Promise<JobToRun> {
  const id = await orderLabels(scope, order, key);
  if (!id.ok) throw new Error(id.error.code);
  const job = await startJob(id.value);
  if (!job) throw new Error('the job is not to be started');
  return job;
}

async function fileOf(scope: OrgScope, id: string): Promise<string> {
  const found = await loadLabelJob(scope, id);
  if (!found?.file) throw new Error('no file');
  const pieces: Uint8Array[] = [];
  for await (const piece of labelFileStream(found.file) as unknown as AsyncIterable<Uint8Array>)
    pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  expect(BigInt(bytes.length)).toBe(found.file.sizeBytes);
  return bytes.toString();
}

const symbolOf = (serial: Serial): string =>
  elementStringOf(
    packLabel({ gtin: chain.gtin, serial, lot: LOT, expiry: '2028-05-31' as LocalDate }).elements,
  );
const symbolsIn = (zpl: string) => zplPages(zpl).map(({ symbols }) => symbols[0]?.text);

test('every pack in hand gets one label, in the order of serial numbers, with the steps counted', async () => {
  const job = await ordered(chain.manufacturer, packsOf());
  expect(job.total).toBe(SERIALS.length);
  expect(await runLabels(job)).toBe('succeeded');
  await finishJob(job.id, 'succeeded');
  expect(symbolsIn(await fileOf(chain.manufacturer, job.id))).toEqual(SERIALS.map(symbolOf));
  expect(await loadJob(chain.manufacturer, job.id)).toMatchObject({ state: 'succeeded', done: 613 });
});

test('a stretch of a batch is printed from a serial number on, so many and no more', async () => {
  const job = await ordered(chain.manufacturer, packsOf({ from: 'S00300' as Serial, most: 251 }));
  expect(job.total).toBe(251);
  expect(await runLabels(job)).toBe('succeeded');
  expect(symbolsIn(await fileOf(chain.manufacturer, job.id))).toEqual(SERIALS.slice(300, 551).map(symbolOf));
});

test('what left the hands of who made it gets no second label', async () => {
  await deliver(chain, chain.pharmacy, ['GONE']);
  const job = await ordered(chain.manufacturer, packsOf());
  await runLabels(job);
  expect(await fileOf(chain.manufacturer, job.id)).not.toContain('GONE');
  const pharmacy = await orderLabels(chain.pharmacy, packsOf(), undefined);
  expect(pharmacy).toMatchObject({ ok: false, error: { code: 'capture/not-yours' } });
});

test('a batch of which nothing is in hand has no labels', async () => {
  const none = await orderLabels(chain.manufacturer, packsOf({ lot: 'NONE' as typeof LOT }), undefined);
  expect(none).toEqual({ ok: false, error: { code: 'labels/none' } });
});

test('the same request is the same job, and another request under its key is none', async () => {
  const first = await orderLabels(chain.manufacturer, packsOf(), 'key-1');
  expect(await orderLabels(chain.manufacturer, packsOf(), 'key-1')).toEqual(first);
  expect(await orderLabels(chain.manufacturer, packsOf({ most: 2 }), 'key-1')).toMatchObject({
    error: { code: 'request/replayed-differently' },
  });
});

test('a job that a worker left in the middle makes the same file from the beginning', async () => {
  const job = await ordered(chain.manufacturer, packsOf());
  await runLabels(job);
  const whole = await fileOf(chain.manufacturer, job.id);
  await pool().query('update label_file set complete = false where job = $1', [job.id]);
  await pool().query('delete from label_chunk where job = $1 and ord > 0', [job.id]);
  expect(await loadLabelJob(chain.manufacturer, job.id)).toMatchObject({ file: undefined });
  await runLabels(job);
  expect(await fileOf(chain.manufacturer, job.id)).toBe(whole);
  expect(await loadJob(chain.manufacturer, job.id)).toMatchObject({ done: 613 });
});

test('a cancelled job stops at its next step and leaves no file; a stranger cannot cancel it', async () => {
  const job = await ordered(chain.manufacturer, packsOf());
  expect(await cancelLabelJob(chain.pharmacy, job.id)).toBe(false);
  expect(await cancelLabelJob(chain.manufacturer, job.id)).toBe(true);
  expect(await cancelLabelJob(chain.manufacturer, job.id)).toBe(false);
  await runLabels(job);
  await finishJob(job.id, 'failed');
  expect(await loadJob(chain.manufacturer, job.id)).toMatchObject({ state: 'cancelled', done: 0 });
  expect(await countOf('label_file where job = $1', [job.id])).toBe(0);
});

test('a job ends without a file where who asked for it was taken out of the organisation', async () => {
  const job = await ordered(chain.manufacturer, packsOf());
  const { rows } = await pool().query(`delete from membership where user_id = '100' returning *`);
  expect(await runLabels(job)).toBe('failed');
  const [left] = rows;
  await pool().query(
    'insert into membership (user_id, organisation, user_role, location) values ($1, $2, $3, $4)',
    [left.user_id, left.organisation, left.user_role, left.location],
  );
  expect(await countOf('label_file where job = $1', [job.id])).toBe(0);
});

test('a file is for the organisation that ordered it, until it expires', async () => {
  const job = await ordered(chain.manufacturer, packsOf({ most: 1 }));
  await runLabels(job);
  expect(await loadLabelJob(chain.otherPharmacy, job.id)).toBeUndefined();
  expect(await loadLabelJob(chain.manufacturer, 'nonsense')).toBeUndefined();
  await pool().query(`update label_file set expires_at = now() - interval '1 second' where job = $1`, [
    job.id,
  ]);
  expect(await loadLabelJob(chain.manufacturer, job.id)).toMatchObject({ file: undefined });
  await forgetOldLabelFiles();
  expect(await countOf('label_chunk where job = $1', [job.id])).toBe(0);
});

const ssccsIn = (zpl: string): readonly string[] => symbolsIn(zpl).map((text) => text?.slice(2) ?? '');

test('new SSCCs are made from the company prefix, and no number is given twice, whoever asks at the same time', async () => {
  const jobs = await Promise.all(
    Array.from({ length: 8 }, () =>
      ordered(chain.manufacturer, { labels: 'ssccs', count: 40, form: 'zpl-203' }),
    ),
  );
  const all: string[] = [];
  for (const job of jobs) {
    await runLabels(job);
    all.push(...ssccsIn(await fileOf(chain.manufacturer, job.id)));
  }
  expect(new Set(all).size).toBe(320);
  for (const sscc of all) {
    expect(parseSscc(sscc).ok).toBe(true);
    expect(sscc.slice(1, 7)).toBe(PREFIX);
  }
});

test('a number that an event has named already is passed over', async () => {
  const { rows } = await pool().query<{ next: bigint }>('select next from sscc_counter where prefix = $1', [
    PREFIX,
  ]);
  const next = Number(rows[0]?.next);
  const named = [0, 1, 3].map((n) => ssccAt(PREFIX, next + n));
  for (const sscc of named)
    await pool().query(`insert into ledger_object (realm, uri, kind) values (0, $1, 'sscc')`, [
      `https://id.gs1.org/00/${sscc}`,
    ]);
  expect(await takeSsccs(chain.manufacturer, PREFIX, 3)).toEqual(
    [2, 4, 5].map((n) => ssccAt(PREFIX, next + n)),
  );
});

test('a prefix whose numbers are used up gives none, and loses none', async () => {
  const prefix = '952000000001';
  await saveCompanyPrefix(chain.wholesaler.organisation, prefix);
  await pool().query('insert into sscc_counter (prefix, next) values ($1, 99998)', [prefix]);
  expect(await takeSsccs(chain.wholesaler, prefix, 3)).toBeUndefined();
  expect(await orderLabels(chain.wholesaler, { labels: 'ssccs', count: 3, form: 'svg' }, 'k')).toEqual({
    ok: false,
    error: { code: 'sscc/exhausted' },
  });
  const last = await takeSsccs(chain.wholesaler, prefix, 2);
  expect(last?.map((sscc: Sscc) => sscc.slice(0, 17))).toEqual(['99520000000019998', '99520000000019999']);
});

test('an organisation without a company prefix has no SSCCs to give', async () => {
  expect(await orderLabels(chain.pharmacy, { labels: 'ssccs', count: 1, form: 'svg' }, undefined)).toEqual({
    ok: false,
    error: { code: 'sscc/no-prefix' },
  });
});
