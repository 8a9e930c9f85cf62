import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import { buildAggregationEvent } from '../epcis/build-aggregation-event.ts';
import { parseEvent } from '../epcis/parse-event.ts';
import { checkDigit } from '../gs1/check-digit.ts';
import type { Instant, OffsetMinutes } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  deliver,
  packRequest,
  receiving,
  say,
  shipping,
  toRecord,
  uriOf,
} from '../service/chain-in-tests.ts';
import { changePack } from '../service/change-pack.ts';
import { importPermit, originalRecordTime } from '../service/original-record-time.ts';
import { recordEvent } from '../service/record-event.ts';
import { verifyPack } from '../service/verify-pack.ts';
import { saveImportApproval } from '../store/import-approvals.ts';
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
  const { rows: timers } = await pool().query('select * from detector_timer order by due_at, key');
  const { rows: coverage } = await pool().query('select * from custody_coverage order by organisation');
  return { findings: await findings(), memory, cursor, timers, coverage };
}

const forgetAll = () =>
  pool().query('truncate finding, detector_state, detector_cursor, detector_timer, custody_coverage');

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
      'D06 2 pending 1 4', // its own books are patchy by then
      'D07 3 withdrawn 1 3 and 4', // the shipment comes later, and with it the recalled pack moves on
      'D12 4 open 1 3',
      'D14 2 open 1 3', // locked
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

const DAY = 86_400_000;

/** An import of what happened `n` days after a day long ago. */
async function longAgo() {
  const day = (n: number) => (now() - (60 - n) * DAY) as Instant;
  const permit = await importPermit({ demoMode: true });
  if (!permit.ok) throw new Error('demo mode may import');
  const tell = (scope: OrgScope, n: number, event: Parameters<typeof say>[1]) =>
    say(
      scope,
      { ...event, eventTime: day(n) },
      { originalRecordTime: originalRecordTime(permit.value, day(n), now()) },
    );
  return { day, tell };
}

test('a batch commissioned between the scan and its leaf clears the finding at once, by the event that did', async () => {
  const { manufacturer, pharmacy, gtin } = chain;
  await deliver(chain, pharmacy, ['A1']);
  await verifyPack(pharmacy, packRequest(gtin, 'LATE'));
  await say(manufacturer, commissioning(manufacturer, gtin, ['LATE']));
  // One block holds both, the leaf of the observations last.
  await sealAndPublish(log);
  await detectAll();
  const [one, ...more] = await findings();
  expect(more).toEqual([]);
  expect(one).toMatchObject({ detector: 'D01', status: 'withdrawn', packs: [uriOf(gtin, 'LATE')] });
  const { rows } = await pool().query(
    `select id from event where act = 'commission' order by record_time desc limit 1`,
  );
  expect(one.cleared_by).toBe(rows[0].id);
});

test('a shipment that nobody receives is found ten days later, before what is recorded after them, in a replay too', async () => {
  const { manufacturer, pharmacy, otherPharmacy, gtin } = chain;
  const { day, tell } = await longAgo();
  const uris = ['W1', 'W2'].map((serial) => uriOf(gtin, serial));
  await tell(manufacturer, 1, commissioning(manufacturer, gtin, ['W1', 'W2']));
  await tell(manufacturer, 2, shipping(manufacturer, pharmacy, uris));
  await tell(otherPharmacy, 13, {
    bizStep: 'dispensing',
    disposition: 'dispensed',
    epcList: uris.slice(0, 1),
  });
  await tell(pharmacy, 14, receiving(manufacturer, pharmacy, uris.slice(1)));
  await sealAndPublish(log);
  const clock = (
    (at) => () =>
      at
  )(now());
  await detectAll(100, clock);
  const first = await written();
  const overdue = first.findings.filter(({ detector }) => detector === 'D08');
  expect(overdue.map(({ kind, severity, status }) => [kind, severity, status]).sort()).toEqual([
    ['case', 4, 'open'],
    ['data-quality', 2, 'open'],
  ]);
  expect(Math.abs(overdue.find(({ severity }) => severity === 2).raised_at - day(12))).toBeLessThan(60_000);
  for (const batch of [1, 2]) {
    await forgetAll();
    await detectAll(batch, clock);
    expect(await written()).toEqual(first);
  }
});

test('where nothing more is recorded, the clock lets a timer come due', async () => {
  const { manufacturer, pharmacy, gtin } = chain;
  await say(manufacturer, commissioning(manufacturer, gtin, ['Q1']));
  await say(manufacturer, shipping(manufacturer, pharmacy, [uriOf(gtin, 'Q1')]));
  await sealAndPublish(log);
  await detectAll();
  expect(await findings()).toEqual([]);
  await detectAll(100, () => (Date.now() + 9 * DAY) as Instant);
  expect(await findings()).toEqual([]);
  await detectAll(100, () => (Date.now() + 10 * DAY + 300_000) as Instant);
  expect(await findings()).toMatchObject([{ detector: 'D08', kind: 'data-quality', severity: 2 }]);
  expect((await written()).timers).toEqual([]);
});

test('licences, suspensions and leaves to import are those of the register', async () => {
  const { manufacturer, wholesaler, pharmacy, gtin } = chain;
  await pool().query(
    `insert into licence (organisation, activity, market, valid_from) values ($1, 'wholesale', 'IE', '2020-01-01'), ($2, 'dispense', 'EU', '2020-01-01')`,
    [wholesaler.organisation, pharmacy.organisation],
  );
  await pool().query(`insert into suspension (organisation, valid_from) values ($1, '2020-01-01')`, [
    wholesaler.organisation,
  ]);
  await pool().query(
    `insert into product_market (realm, gtin, country, marketed_from) values (0, $1, 'DE', '2020-01-01')`,
    [gtin],
  );
  await deliver(chain, wholesaler, ['M1', 'M2']);
  await say(wholesaler, shipping(wholesaler, pharmacy, [uriOf(gtin, 'M1')]));
  await say(pharmacy, receiving(wholesaler, pharmacy, [uriOf(gtin, 'M1')]));
  await sealAndPublish(log);
  await detectAll();
  const kinds = async () => (await findings()).map(({ detector, severity }) => `${detector} ${severity}`);
  expect(await kinds()).toEqual(['D15 4', 'D15 4', 'D16 4']);

  await forgetAll();
  await saveImportApproval(pharmacy.realm, gtin, {
    ...{ party: pharmacy.organisation, fromMarket: 'DE', toMarket: 'IE' },
    ...{ from: '2020-01-01' as LocalDate, to: undefined },
  });
  await pool().query(`update import_approval set known_at = '2020-01-01'`);
  await pool().query(`update suspension set known_at = now() + interval '1 day'`);
  await detectAll();
  expect(await kinds()).toEqual([]);
  expect(manufacturer.organisation).not.toBe(wholesaler.organisation);
});

test('what travels in a case is where the case is', async () => {
  const { manufacturer, pharmacy, otherPharmacy, gtin } = chain;
  const uris = ['K1', 'K2'].map((serial) => uriOf(gtin, serial));
  const box = `https://id.gs1.org/00/09520000000000001${checkDigit('09520000000000001')}`;
  await say(manufacturer, commissioning(manufacturer, gtin, ['K1', 'K2']));
  const document = buildAggregationEvent({
    ...{ eventTime: (Date.now() - 900) as Instant, eventTimeZoneOffset: 0 as OffsetMinutes, action: 'ADD' },
    ...{ eventID: `urn:uuid:${randomUUID()}`, parentID: box, childEPCs: uris, bizStep: 'packing' },
  });
  const packing = parseEvent(document, undefined);
  if (!packing.ok) throw new Error(JSON.stringify(packing.error));
  const packed = await recordEvent(manufacturer, toRecord(packing.value));
  expect(packed.ok).toBe(true);
  await say(manufacturer, {
    ...shipping(manufacturer, pharmacy, [box]),
    eventTime: (Date.now() - 800) as Instant,
  });
  await say(pharmacy, {
    ...receiving(manufacturer, pharmacy, [box]),
    eventTime: (Date.now() - 700) as Instant,
  });
  const supplied = await supply(pharmacy, 'K1');
  expect(supplied.ok).toBe(true);
  await verifyPack(otherPharmacy, packRequest(gtin, 'K1'));
  await sealAndPublish(log);
  await detectAll();
  expect((await findings()).map(({ detector, severity, parties }) => [detector, severity, parties])).toEqual([
    ['D03', 5, [pharmacy.organisation, otherPharmacy.organisation]],
    ['D10', 1, [pharmacy.organisation]],
  ]);
});
