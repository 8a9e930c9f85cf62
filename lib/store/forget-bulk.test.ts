import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Lot } from '../gs1/lot.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { type ChainInTests, chainInTests, countOf } from '../service/chain-in-tests.ts';
import { uploadBatch } from '../service/registration/open-registration.ts';
import { forgetOldLists } from './forget-bulk.ts';
import { openJobQueue } from './job-queue.ts';
import { closeStore, pool } from './pool.ts';

let chain: ChainInTests;
beforeAll(async () => {
  chain = await chainInTests();
  await (await openJobQueue(1)).end();
});
afterAll(closeStore);

async function* body(isWhole: boolean): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('A1\nA2\n');
  if (!isWhole) throw new Error('cut off');
}

const upload = (isWhole: boolean) =>
  uploadBatch(
    chain.manufacturer,
    {
      ...{ gtin: chain.gtin, lot: 'B' as Lot, expiry: '2028-05-31' as LocalDate, at: Date.now() as Instant },
      ...{ requestKey: undefined, startsByItself: true },
    },
    { source: 'csv', body: body(isWhole) },
  );

test('rows go a month after their job, and an upload that was left a day after it began', async () => {
  expect((await upload(true)).ok).toBe(true);
  await expect(upload(false)).rejects.toThrow('cut off');
  await forgetOldLists();
  expect(await countOf('registration_chunk')).toBe(1);
  expect(await countOf(`job where state = 'queued'`)).toBe(2);

  await pool().query(`update registration set since = now() - interval '25 hours'`);
  await pool().query(
    `update job set state = 'succeeded', finished_at = now() - interval '31 days'
      where id in (select job from registration where phase = 'checking')`,
  );
  await forgetOldLists();
  expect(await countOf('registration_chunk')).toBe(0);
  expect(await countOf(`job where state = 'cancelled'`)).toBe(1);
  expect(await countOf('registration')).toBe(2);
});
