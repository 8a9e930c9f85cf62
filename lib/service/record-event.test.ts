import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeStore, pool } from '../store/pool.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  countOf,
  deliver,
  eventOf,
  say,
  toRecord,
  uriOf,
} from './chain-in-tests.ts';
import { recordEvent } from './record-event.ts';

let chain: ChainInTests;
beforeAll(async () => {
  chain = await chainInTests();
});
afterAll(closeStore);

test('smoke', async () => {
  const first = await say(chain.manufacturer, commissioning(chain.manufacturer, chain.gtin, ['A1', 'A2']));
  expect(first).toMatchObject({ ok: true, value: { repeated: false } });
  await deliver(chain, chain.pharmacy, ['B1']);
  const { rows } = await pool().query('select serial, status, holder from pack order by serial');
  console.log(rows);
});
