import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLeaf } from '../../evidence/leaf.ts';
import { sgtinUri } from '../../gs1/digital-link.ts';
import type { Lot } from '../../gs1/lot.ts';
import type { Serial } from '../../gs1/serial.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { loadSigningKeys } from '../../store/actor-keys.ts';
import { closeStore, pool } from '../../store/pool.ts';
import { loadFaults } from '../../store/registration-faults.ts';
import { loadRegistrationOfJob } from '../../store/registrations.ts';
import { insertReservedRange, saveSerialPolicy } from '../../store/serial-policies.ts';
import { inTransaction, type Tx } from '../../store/transaction.ts';
import { startJobRunner } from '../../worker/job-runner.ts';
import { logInTests } from '../../worker/log-in-tests.ts';
import type { Running } from '../../worker/loop.ts';
import { startSequencer } from '../../worker/start-sequencer.ts';
import { type ChainInTests, chainInTests, countOf, say, shipping } from '../chain-in-tests.ts';
import { occasionOf, ownEvent, staysHere } from '../own-event.ts';
import { recordNamed } from '../record-event.ts';
import {
  cancelRegistration,
  leaveOutFaultyRows,
  mendRegistrationRow,
  startRegistration,
} from './control-registration.ts';
import { freshCommissioning, sendFresh } from './fresh-commissioning.ts';
import { generateBatch, type RegistrationOrder, uploadBatch } from './open-registration.ts';
import { recordRegistration } from './record-registration.ts';

let chain: ChainInTests;
let workers: readonly Running[] = [];
beforeAll(async () => {
  chain = await chainInTests();
  await logInTests();
  workers = [startSequencer({ batchAgeMs: 5 }), await startJobRunner()];
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await closeStore();
});

let orders = 0;
const order = (changed: Partial<RegistrationOrder> = {}): RegistrationOrder => ({
  gtin: chain.gtin,
  lot: `B${orders}` as Lot,
  expiry: '2028-05-31' as LocalDate,
  at: Date.now() as Instant,
  requestKey: `order ${orders++}`,
  startsByItself: true,
  ...changed,
});

async function* bodyOf(...pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield new TextEncoder().encode(piece);
}

/** The registration once it is over or waits for somebody. */
async function settled(job: string) {
  for (let waited = 0; waited < 2_000; waited++) {
    const registration = await loadRegistrationOfJob(job);
    const { rows } = await pool().query('select state from job where id = $1', [job]);
    const over = ['succeeded', 'failed', 'cancelled'].includes(rows[0]?.state);
    const waits = ['mending', 'checked'].includes(registration?.phase ?? '') && rows[0]?.state === 'queued';
    // It may have ended between the two questions.
    const ended = over ? await loadRegistrationOfJob(job) : registration;
    if (ended && (over || waits)) return { ...ended, state: rows[0]?.state };
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the registration does not end');
}

async function uploaded(text: string, changed: Partial<RegistrationOrder> = {}) {
  const job = await uploadBatch(chain.manufacturer, order(changed), { source: 'csv', body: bodyOf(text) });
  if (!job.ok) throw new Error(JSON.stringify(job.error));
  return settled(job.value);
}

const faultsOf = (job: string) => loadFaults(job, { afterRow: 0, limit: 100 });

describe('the quick way of recording', () => {
  /** Every row that one way of recording leaves behind. */
  async function written(record: (tx: Tx) => Promise<unknown>) {
    let rows: unknown;
    const undone = new Error('undone');
    await inTransaction(async (tx) => {
      await record(tx);
      const all = async (table: string, order: string, but: readonly string[] = []) =>
        (await tx.query(`select * from ${table} order by ${order}`)).rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([name]) => !but.includes(name))),
        );
      const leaves = await tx.query('select leaf from ledger.pending');
      rows = {
        packs: await all('pack', 'serial'),
        objects: await all('event_object', 'uri'),
        batches: await all('batch', 'lot', ['created_at']),
        // Salts are drawn anew each time, and all that is made of them differs.
        events: await all('event', 'id', ['field_salts', 'field_commitments']),
        // So is the key that the platform makes for who has none, for this transaction is undone.
        leaves: leaves.rows.flatMap(({ leaf }) => {
          const decoded = parseLeaf(new Uint8Array(leaf));
          if (!decoded.ok || decoded.value.type === 'key') return [];
          const fresh = { payloadRoot: undefined, actorKeyId: undefined, signature: undefined };
          return { ...decoded.value, ...fresh };
        }),
      };
      throw undone;
    }).catch((error) => {
      if (error !== undone) throw error;
    });
    return rows;
  }

  test('writes what the ordinary way writes', async () => {
    const scope = chain.manufacturer;
    const serials = ['A1', 'B/2', 'c%3', '0'].toSorted() as Serial[];
    const toRecord = ownEvent(
      scope,
      'compared',
      {
        action: 'ADD',
        bizStep: 'commissioning',
        disposition: 'active',
        epcList: serials.map((serial) => sgtinUri(chain.gtin, serial)),
        ...staysHere(scope.location),
        lotNumber: 'SAME' as Lot,
        itemExpirationDate: '2028-05-31' as LocalDate,
      },
      await occasionOf(scope, Date.now() as Instant),
    );
    // Whatever an organisation's first event brings with it is in the log already.
    await uploaded('FIRST\n');
    const fresh = freshCommissioning(scope, toRecord);
    const ordinary = await written(async (tx) => {
      expect(await recordNamed(tx, scope, fresh.named, { toRecord, askFirst: undefined })).toMatchObject({
        ok: true,
        value: { repeated: false },
      });
    });
    const quick = await written(async (tx) => {
      const sent = await sendFresh(tx, scope, fresh);
      expect(sent.ok && (await sent.value.outcome)).toBe('recorded');
    });
    expect(quick).toEqual(ordinary);
    expect(quick).toMatchObject({ packs: { length: 5 }, objects: { length: 5 }, events: { length: 2 } });
  });

  test('leaves packs that somebody named before to the ordinary way, in the same transaction', async () => {
    const named = sgtinUri(chain.gtin, 'NAMED' as Serial);
    await say(chain.manufacturer, shipping(chain.manufacturer, chain.pharmacy, [named]));
    expect(await countOf(`pack where serial = 'NAMED' and status = 'unknown'`)).toBe(1);
    const registration = await uploaded('NAMED\nNEW1\nNEW2\n');
    expect(registration).toMatchObject({ state: 'succeeded', phase: 'done' });
    expect(await countOf(`pack where lot = $1 and status <> 'unknown'`, [registration.lot])).toBe(3);
    expect(await countOf(`pack where serial = 'NAMED' and counter = 2`)).toBe(1);
  });
});

describe('a file of serial numbers', () => {
  test('as CSV with a heading, cut anywhere', async () => {
    const lines = Array.from({ length: 4_500 }, (_, n) => `${n + 1};CSV${n}\r\n`);
    const text = `\uFEFFline;serial\r\n${lines.join('')}`;
    const pieces = Array.from({ length: Math.ceil(text.length / 997) }, (_, at) =>
      text.slice(at * 997, (at + 1) * 997),
    );
    const job = await uploadBatch(chain.manufacturer, order(), { source: 'csv', body: bodyOf(...pieces) });
    const registration = await settled(job.ok ? job.value : '');
    expect(registration).toMatchObject({ state: 'succeeded', given: 4_500, faults: 0 });
    expect(await countOf(`pack where lot = $1 and status = 'active'`, [registration.lot])).toBe(4_500);
    expect(await countOf(`pack where serial = 'CSV4499'`)).toBe(1);
  });

  test('as an EPCIS document: a pack of another product is a faulty row', async () => {
    const wanted = order({ startsByItself: false });
    const epcs = ['E1', 'E2', 'E3'].map((serial) => sgtinUri(chain.gtin, serial as Serial));
    const document = JSON.stringify({
      '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      type: 'EPCISDocument',
      epcisBody: {
        eventList: [
          {
            type: 'ObjectEvent',
            action: 'ADD',
            bizStep: 'commissioning',
            epcList: [...epcs, 'urn:epc:id:sgtin:9524141.023456.12'],
            ilmd: { 'cbvmda:lotNumber': wanted.lot, 'cbvmda:itemExpirationDate': '2028-05-31' },
          },
        ],
      },
    });
    const job = await uploadBatch(chain.manufacturer, wanted, {
      source: 'epcis',
      body: bodyOf(document.slice(0, 301), document.slice(301)),
    });
    const registration = await settled(job.ok ? job.value : '');
    expect(registration).toMatchObject({ phase: 'mending', given: 4, faults: 1 });
    expect(await faultsOf(registration.job)).toMatchObject([
      { row: 4, serial: 'urn:epc:id:sgtin:9524141.023456.12' },
    ]);
  });

  test.each([
    [
      'epcis',
      '{"epcisBody":{"eventList":[{"type":"ObjectEvent","action":"OBSERVE"}]}}',
      'serials/not-a-commissioning',
    ],
    ['epcis', '{"epcisBody":{"eventList":[{"ilmd":{"cbvmda:lotNumber":"OTHER"}}]}}', 'serials/other-batch'],
    ['epcis', '{"epcisBody":{"eventList":[}', 'serials/not-json'],
    ['csv', '\n\n', 'serials/count'],
  ] as const)('%s %j is refused with %s', async (source, text, code) => {
    const job = await uploadBatch(chain.manufacturer, order(), { source, body: bodyOf(text) });
    expect(job).toMatchObject({ ok: false, error: { code } });
  });

  test('that breaks off is taken from the beginning under the same key', async () => {
    const wanted = order();
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* bodyOf(Array.from({ length: 2_500 }, (_, n) => `BROKEN${n}\n`).join(''));
      throw new Error('the connection is gone');
    }
    await expect(uploadBatch(chain.manufacturer, wanted, { source: 'csv', body: broken() })).rejects.toThrow(
      'gone',
    );
    const again = await uploadBatch(chain.manufacturer, wanted, {
      source: 'csv',
      body: bodyOf('WHOLE1\nWHOLE2\n'),
    });
    expect(await settled(again.ok ? again.value : '')).toMatchObject({ state: 'succeeded', given: 2 });
    expect(await countOf(`pack where serial like 'BROKEN%'`)).toBe(0);
    // Complete by now, and the same registration whatever comes.
    expect(await uploadBatch(chain.manufacturer, wanted, { source: 'csv', body: bodyOf('MORE\n') })).toEqual(
      again,
    );
    expect(await countOf(`pack where serial = 'MORE'`)).toBe(0);
  });
});

describe('faulty rows', () => {
  test('of every kind are told with their row, and mended or left out until it can begin', async () => {
    await uploaded('TAKEN\n');
    const text = ['F1', 'TAKEN', 'F2', 'F 3', 'F1', 'F4', ''].join('\n');
    const { job, lot } = await uploaded(text);
    expect(await faultsOf(job)).toEqual([
      { row: 2, serial: 'TAKEN', fault: { code: 'serial/taken' } },
      { row: 4, serial: 'F 3', fault: expect.objectContaining({ at: 1 }) },
      { row: 5, serial: 'F1', fault: { code: 'serial/repeated', row: 1 } },
    ]);
    const scope = chain.manufacturer;
    expect(await startRegistration(scope, job)).toMatchObject({ error: { code: 'registration/not-now' } });
    const mend = (row: number, serial: string) => mendRegistrationRow(scope, job, { row, serial });
    expect(await mend(4, 'F2')).toMatchObject({
      value: { fault: { code: 'serial/repeated', row: 3 }, faultsLeft: 3 },
    });
    expect(await mend(4, 'F3')).toEqual({ ok: true, value: { fault: undefined, faultsLeft: 2 } });
    expect(await mend(2, 'TAKEN')).toMatchObject({ value: { fault: { code: 'serial/taken' } } });
    expect(await leaveOutFaultyRows(scope, job, undefined)).toEqual({ ok: true, value: 0 });
    expect(await startRegistration(scope, job)).toMatchObject({ ok: true });
    expect(await settled(job)).toMatchObject({ state: 'succeeded', given: 6, leftOut: 2 });
    const { rows } = await pool().query('select serial from pack where lot = $1 order by serial', [lot]);
    expect(rows.map(({ serial }) => serial)).toEqual(['F1', 'F2', 'F3', 'F4']);
  });

  test('one of a product’s policy and reserved ranges are told with the place', async () => {
    const scope = chain.manufacturer;
    await saveSerialPolicy(scope, chain.gtin, { alphabet: '0123456789', length: 12, enforced: true });
    await insertReservedRange(scope, chain.gtin, {
      first: '900000000000',
      last: '999999999999',
      note: 'the second line',
    });
    const { job } = await uploaded('100000000000\n10000000000A\n1000\n900000000001\n');
    expect(await faultsOf(job)).toEqual([
      { row: 2, serial: '10000000000A', fault: { code: 'serial/policy-character', at: 11 } },
      { row: 3, serial: '1000', fault: { code: 'serial/policy-length', length: 4, want: 12 } },
      {
        row: 4,
        serial: '900000000001',
        fault: { code: 'serial/reserved', first: '900000000000', last: '999999999999' },
      },
    ]);
    // Another organisation changes nothing of them.
    expect(
      await saveSerialPolicy(chain.pharmacy, chain.gtin, { alphabet: '01', length: 1, enforced: false }),
    ).toBe(false);
  });

  test('a policy that makes guessing too easy refuses the whole list', async () => {
    await saveSerialPolicy(chain.manufacturer, chain.gtin, {
      alphabet: '0123456789',
      length: 4,
      enforced: true,
    });
    const registration = await uploaded('1000\n1001\n');
    expect(registration).toMatchObject({
      state: 'failed',
      phase: 'refused',
      refused: { code: 'serial-policy/guessable' },
    });
    expect(await countOf(`pack where lot = $1`, [registration.lot])).toBe(0);
  });
});

describe('serial numbers of our own making', () => {
  test('are as the policy has them, all different, outside what is reserved', async () => {
    await saveSerialPolicy(chain.manufacturer, chain.gtin, {
      alphabet: '0123456789',
      length: 12,
      enforced: true,
    });
    const job = await generateBatch(chain.manufacturer, order(), 5_000);
    const registration = await settled(job.ok ? job.value : '');
    expect(registration).toMatchObject({ state: 'succeeded', given: 5_000 });
    const { rows } = await pool().query(
      `select count(*)::int as n, count(distinct serial)::int as different, bool_and(serial ~ '^[0-8][0-9]{11}$') as fit
         from pack where lot = $1`,
      [registration.lot],
    );
    expect(rows).toEqual([{ n: 5_000, different: 5_000, fit: true }]);
  });
});

describe('a registration that is cancelled', () => {
  test('stores nothing, even in the middle of recording', async () => {
    await pool().query(`create function cancel_it() returns trigger language plpgsql as $$ begin
      if exists (select from registration where job = new.id and phase = 'recording') then
        new.state := 'cancelled'; new.finished_at := now();
      end if;
      return new; end $$`);
    await pool().query(
      'create trigger cancels before update of done on job for each row when (new.done >= 2000) execute function cancel_it()',
    );
    const text = Array.from({ length: 6_000 }, (_, n) => `${700_000_000_000 + n}\n`).join('');
    const registration = await uploaded(text);
    await pool().query('drop trigger cancels on job');
    expect(registration.state).toBe('cancelled');
    expect(await countOf(`pack where lot = $1`, [registration.lot])).toBe(0);
    expect(await cancelRegistration(chain.manufacturer, registration.job)).toMatchObject({
      error: { code: 'registration/not-now' },
    });
  });

  test('is nobody’s business but its organisation’s', async () => {
    const { job } = await uploaded('800000000001\n', { startsByItself: false });
    for (const outsider of [chain.pharmacy, chain.wholesaler]) {
      expect(await cancelRegistration(outsider, job)).toMatchObject({
        error: { code: 'registration/unknown' },
      });
      expect(await startRegistration(outsider, job)).toMatchObject({
        error: { code: 'registration/unknown' },
      });
    }
    expect(await cancelRegistration(chain.manufacturer, job)).toEqual({ ok: true, value: undefined });
    expect(await startRegistration(chain.manufacturer, job)).toMatchObject({
      error: { code: 'registration/not-now' },
    });
  });
});

test('the first key of an organisation is there for its other events while a registration is recorded', async () => {
  const scope = chain.manufacturer;
  const registration = await uploaded('KEYLESS\n', { startsByItself: false });
  await pool().query('update actor_key set ended_at = now(), ended_by = $2 where organisation = $1', [
    scope.organisation,
    scope.actor,
  ]);
  let holders: readonly string[] = [];
  const recorded = await recordRegistration(scope, registration, async () => {
    holders = await inTransaction(async (tx) => {
      await tx.query(`set local lock_timeout = '1s'`);
      return (await loadSigningKeys(tx, scope.organisation)).map(({ holder }) => holder);
    });
    return false;
  });
  expect(recorded).toMatchObject({ ok: false, error: { code: 'registration/cancelled' } });
  expect(holders).toEqual(['platform']);
});
