import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrgScope } from '../../../../lib/custody/org-scope.ts';
import { type ChainInTests, chainInTests, countOf, deliver } from '../../../../lib/service/chain-in-tests.ts';
import { bearerOf } from '../../../../lib/service/keys-in-tests.ts';
import { closeStore, pool } from '../../../../lib/store/pool.ts';
import { GET } from './[gtin]/[serial]/history/route.ts';

let chain: ChainInTests;
beforeAll(async () => {
  chain = await chainInTests();
  await deliver(chain, chain.pharmacy, ['H1']);
});
afterAll(closeStore);

async function history(
  scope: OrgScope,
  query = '?batch=L1&expiry=280531',
  headers: Record<string, string> = {},
) {
  const url = `http://localhost/api/v1/packs/${chain.gtin}/H1/history${query}`;
  const init = { headers: { authorization: await bearerOf(scope), 'entry-mode': 'scan', ...headers } };
  const response = await GET(new Request(url, init));
  return { status: response.status, body: await response.json() };
}

test('a pharmacy sees whole what it reported and what named it, and of the making nothing', async () => {
  const { status, body } = await history(chain.pharmacy);
  expect(status).toBe(200);
  expect(body).toMatchObject({ verdict: 'supply', batch: 'L1' });
  expect(body.events).toMatchObject([
    {
      show: 'whole',
      act: 'ship',
      reporter: chain.manufacturer.organisation,
      effect: 'applied',
      event: { type: 'ObjectEvent', '@context': expect.anything(), eventID: expect.any(String) },
      ledger: { status: 'recorded', index: null },
    },
    { show: 'whole', act: 'receive', reporter: chain.pharmacy.organisation },
  ]);
  expect(
    await countOf(`observation where operation = 'history' and organisation = $1`, [
      chain.pharmacy.organisation,
    ]),
  ).toBe(1);
});

test('whoever is no part of it sees no event, though batch and expiry match', async () => {
  const { status, body } = await history(chain.otherPharmacy);
  expect([status, body.events]).toEqual([200, []]);
});

test('without the batch it is answered as GET answers', async () => {
  const { status, body } = await history(chain.pharmacy, '?batch=LX&expiry=280531');
  expect(status).toBe(409);
  expect(body).toMatchObject({ code: 'pack/batch-mismatch', state: null, batch: 'LX' });
  expect(body.events).toBeUndefined();
});

test('a regulator says why, and it is logged', async () => {
  expect(await history(chain.regulator)).toMatchObject({ status: 422, body: { code: 'access/reason' } });
  const { status, body } = await history(chain.regulator, '?batch=L1&expiry=280531&reason=Complaint%20417');
  expect(status).toBe(200);
  expect(body.events.map(({ act }: { act: string }) => act)).toEqual(['commission', 'ship', 'receive']);
  const { rows } = await pool().query(
    `select organisation, actor, subject, reason from access_log where what = 'pack/opened'`,
  );
  expect(rows).toEqual([
    {
      organisation: chain.regulator.organisation,
      actor: expect.stringMatching(/^key:/),
      subject: `https://id.gs1.org/01/${chain.gtin}/21/H1`,
      reason: 'Complaint 417',
    },
  ]);
});

test('the same Idempotency-Key replays the answer', async () => {
  const keyed = { 'idempotency-key': 'history-1' };
  const first = await history(chain.pharmacy, undefined, keyed);
  expect(await history(chain.pharmacy, undefined, keyed)).toEqual(first);
});
