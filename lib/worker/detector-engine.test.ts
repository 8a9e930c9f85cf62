import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  deliver,
  packRequest,
  receiving,
  say,
  shipping,
  uriOf,
} from '../service/chain-in-tests.ts';
import { changePack } from '../service/change-pack.ts';
import { importPermit, originalRecordTime } from '../service/original-record-time.ts';
import { verifyPack } from '../service/verify-pack.ts';
import { closeStore, pool } from '../store/pool.ts';
import { runDetectorsOnce } from './detector-engine.ts';
import { tellStory } from './detector-story-in-tests.ts';
import { type LogInTests, logInTests, sealAndPublish } from './log-in-tests.ts';

let chain: ChainInTests;
let log: LogInTests;

beforeEach(async () => {
  await closeStore();
  chain = await chainInTests();
  log = await logInTests();
});
afterAll(closeStore);

const now = () => Date.now() as Instant;

async function detectAll(batchEntries = 100, clock = now): Promise<void> {
  for (;;) {
    const outcome = await runDetectorsOnce({ batchEntries, now: clock });
    if (outcome.kind === 'idle') return;
  }
}

const supply = (scope: OrgScope, serial: string) =>
  changePack(scope, packRequest(chain.gtin, serial), { state: 'supplied', note: undefined });

const findings = async () => {
  const { rows } = await pool().query('select * from finding order by detector, id');
  return rows;
};

/** All that the detectors have written. */
async function written() {
  const { rows: memory } = await pool().query('select key, state from detector_state order by key');
  const { rows: cursor } = await pool().query('select next_seq, watermark from detector_cursor');
  const { rows: coverage } = await pool().query('select * from custody_coverage order by organisation');
  return { findings: await findings(), memory, cursor, coverage };
}

const forgetAll = () => pool().query('truncate finding, detector_state, detector_cursor, custody_coverage');

test('a pack supplied at one pharmacy and then presented at another is a case of the highest severity, seen at once', async () => {
  const { pharmacy, otherPharmacy, gtin } = chain;
  await deliver(chain, pharmacy, ['A1', 'A2']);
  expect((await supply(pharmacy, 'A1')).ok).toBe(true);
  await verifyPack(otherPharmacy, packRequest(gtin, 'A1'));
  await supply(otherPharmacy, 'A1');
  await sealAndPublish(log);
  await detectAll();

  expect(await findings()).toMatchObject([
    {
      ...{ detector: 'D03', kind: 'case', severity: 5, status: 'open', countries: ['IE'] },
      parties: [pharmacy.organisation, otherPharmacy.organisation],
      title: 'One serial, two places: Organisation 300 (Cork, Ireland) and Organisation 400 (Cork, Ireland)',
    },
  ]);
});

test('the story holds something for every detector', async () => {
  await tellStory(chain, log);
  await detectAll();
  const found = (await findings()).map(({ detector, severity, status, packs, parties }) => [
    ...[detector, severity, status],
    ...[packs.length, parties.map((gln: string) => gln.slice(-4, -3)).join(' and ')],
  ]);
  // By detector: severity, status, packs, and the organisations (1 makes, 3 and 4 are pharmacies, 4 received nothing).
  expect(found.map((one) => one.join(' ')).sort()).toEqual(
    [
      'D01 2 withdrawn 1 3', // s12, read again as S12
      'D01 2 withdrawn 3 3', // received before they were commissioned
      'D01 3 withdrawn 1 3', // NOBODYS, commissioned at last
      'D02 4 pending 1 3',
      ...['S0', 'S1', 'S2'].map(() => 'D03 5 open 1 3 and 4'),
      ...['S3', 'S4'].map(() => 'D03 5 open 1 3 and 4'),
      'D03 5 open 6 3 and 4',
      'D03 5 open 1 3 and 4', // S9, dated before the supply that was recorded first
      ...['S15', 'S16'].map(() => 'D03 5 open 1 4 and 3'), // 4 supplied without holding, then 3, which held
      'D04 4 pending 2 1',
      'D12 2 open 1 3',
      'D12 4 open 1 3',
      'D12 4 open 1 3',
      'D14 5 open 1 1 and 3',
      'D14 5 open 2 1 and 3',
    ].sort(),
  );
  expect((await written()).coverage).toEqual([
    { organisation: chain.pharmacy.organisation, good: 15, total: 15 },
    { organisation: chain.otherPharmacy.organisation, good: 0, total: 9 },
  ]);
});

test('of a history import the detectors take the time at which it was first recorded', async () => {
  const { manufacturer, pharmacy, otherPharmacy, gtin } = chain;
  const day = (n: number) => (now() - (40 - n) * 86_400_000) as Instant;
  const permit = await importPermit({ demoMode: true });
  if (!permit.ok) throw new Error('demo mode may import');
  const told = (scope: OrgScope, n: number, event: Parameters<typeof say>[1]) =>
    say(
      scope,
      { ...event, eventTime: day(n) },
      { originalRecordTime: originalRecordTime(permit.value, day(n), now()) },
    );
  await told(manufacturer, 1, commissioning(manufacturer, gtin, ['H1']));
  await told(manufacturer, 2, shipping(manufacturer, pharmacy, [uriOf(gtin, 'H1')]));
  await told(pharmacy, 3, receiving(manufacturer, pharmacy, [uriOf(gtin, 'H1')]));
  await told(pharmacy, 4, { bizStep: 'dispensing', disposition: 'dispensed', epcList: [uriOf(gtin, 'H1')] });
  await verifyPack(otherPharmacy, packRequest(gtin, 'H1', { at: day(9) }));
  await verifyPack(pharmacy, packRequest(gtin, 'H1', { at: day(9) }));
  await sealAndPublish(log);
  await detectAll();
  const found = await findings();
  expect(found.map(({ severity, status }) => [severity, status]).sort()).toEqual([
    [1, 'open'],
    [5, 'open'],
  ]);
  for (const { raised_at } of found) expect(Math.abs(raised_at.getTime() - day(9))).toBeLessThan(60_000);
});

test('what happens in a sandbox is found there, and clears and disturbs nothing in the real world', async () => {
  const { sandbox, pharmacy, gtin } = chain;
  await deliver(chain, pharmacy, ['A1']);
  await verifyPack(pharmacy, packRequest(gtin, 'FAKE'));
  await sealAndPublish(log);
  await detectAll();
  await say(sandbox, commissioning(sandbox, gtin, ['FAKE']));
  await say(sandbox, commissioning(sandbox, gtin, ['FAKE', 'A1'], 'L2'));
  await sealAndPublish(log);
  await detectAll();
  expect((await findings()).map(({ realm, detector, status }) => [realm, detector, status])).toEqual([
    [0, 'D01', 'pending'],
    [1, 'D04', 'pending'],
  ]);
});

test('an event that its sender may not record accuses nobody of the packs that it names', async () => {
  const { pharmacy, otherPharmacy, gtin } = chain;
  await deliver(chain, pharmacy, ['A1']);
  await supply(pharmacy, 'A1');
  const refused = await say(otherPharmacy, commissioning(otherPharmacy, gtin, ['A1', 'NEW']));
  expect(refused.ok).toBe(false);
  await sealAndPublish(log);
  await detectAll();
  expect(await findings()).toEqual([]);
});

test('one entry at a time, many at a time, again from nothing, and by several engines at once: the same findings', async () => {
  await tellStory(chain, log);
  const clock = (
    (at) => () =>
      at
  )(now());
  await detectAll(100, clock);
  const first = await written();
  expect(first.findings.length).toBeGreaterThan(10);
  for (const batch of [1, 3, 7]) {
    await forgetAll();
    await detectAll(batch, clock);
    expect(await written()).toEqual(first);
  }
  await forgetAll();
  await Promise.all([detectAll(1, clock), detectAll(2, clock), detectAll(3, clock)]);
  await detectAll(1, clock);
  expect(await written()).toEqual(first);
});

test('killed at any moment and started again, the engine finds the same', async () => {
  await tellStory(chain, log);
  const at = now();
  await detectAll(100, () => at);
  const first = await written();
  await forgetAll();
  const program = fileURLToPath(new URL('detector-process-in-tests.ts', import.meta.url));
  const isDone = async () => {
    const { rows } = await pool().query('select next_seq from detector_cursor');
    return rows[0]?.next_seq === first.cursor[0].next_seq;
  };
  let kills = 0;
  for (; !(await isDone()); kills++) {
    const engine = spawn(process.execPath, [program, chain.url, String(at)], {
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    const ended = once(engine, 'exit');
    const start = (await pool().query('select next_seq from detector_cursor')).rows[0]?.next_seq ?? 0n;
    // It is killed a moment after it was first seen to work, so that every start comes a little further.
    for (
      let n = 0;
      n < 500 &&
      ((await pool().query('select next_seq from detector_cursor')).rows[0]?.next_seq ?? 0n) === start;
      n++
    )
      await pause(5);
    await pause(Math.random() * 12);
    engine.kill('SIGKILL');
    await ended;
  }
  expect(kills).toBeGreaterThan(1);
  expect(await written()).toEqual(first);
});
