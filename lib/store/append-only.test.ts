import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEvent } from './append-event.ts';
import { testDatabase } from './database-in-tests.ts';
import { closeStore, connectStore, pool } from './pool.ts';
import { inTransaction } from './transaction.ts';
import {
  activeState,
  eventRecord,
  gtinOf,
  heldBy,
  organisationInTests,
  packChange,
  packKey,
  productInTests,
} from './world-in-tests.ts';

beforeAll(async () => {
  connectStore({ url: (await testDatabase()).url });
  const maker = await organisationInTests(10, 'manufacturer');
  await productInTests(maker, gtinOf(1));
  const pack = packChange(packKey(gtinOf(1), 'S1'), 0, activeState(heldBy(maker)));
  const event = eventRecord(maker);
  await inTransaction((tx) => appendEvent(tx, { event, packs: [pack], objects: [], batches: [] }));
  await pool().query(
    `insert into observation (id, realm, at, organisation, entry_mode, operation, gtin, serial, verdict, code, severity, salt)
     values (gen_random_uuid(), 0, now(), $1, 'scan', 'verify', $2, 'S1', 'supply', 'ok', 0, sha256('x'))`,
    [maker.organisation, gtinOf(1)],
  );
});
afterAll(closeStore);

test.each([
  'delete from event',
  `update event set claim = '{}'`,
  `update event set record_time = now()`,
  `update event set field_commitments = ''`,
  'delete from event_object',
  'update event_object set counter = counter + 1',
  `update event_object set uri = 'other'`,
  'delete from observation',
  `update observation set verdict = 'rescan'`,
  'truncate observation',
  'truncate event cascade',
  'truncate event_object',
  'truncate statement',
])('the database refuses: %s', async (sql) => {
  await expect(pool().query(sql)).rejects.toThrow('append-only');
});

test('what the platform itself changes later can be changed', async () => {
  await pool().query(`update event set document = '{}', field_salts = '', event_hash = 'erased:' || id`);
  await pool().query(`update event_object set effect = 'corrected'`);
});
