import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChainInTests, chainInTests, countOf } from '../../../../lib/service/chain-in-tests.ts';
import { bearerOf } from '../../../../lib/service/keys-in-tests.ts';
import { closeStore } from '../../../../lib/store/pool.ts';
import { startJobRunner } from '../../../../lib/worker/job-runner.ts';
import type { Running } from '../../../../lib/worker/loop.ts';
import { startSequencer } from '../../../../lib/worker/start-sequencer.ts';
import * as one from './[id]/route.ts';
import * as rows from './[id]/rows/route.ts';
import { POST } from './route.ts';

let chain: ChainInTests;
let authorization = '';
let workers: readonly Running[] = [];
beforeAll(async () => {
  chain = await chainInTests();
  authorization = await bearerOf(chain.manufacturer);
  workers = [startSequencer({ batchAgeMs: 5 }), await startJobRunner()];
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await closeStore();
});

type Handler = (request: Request) => Promise<Response>;

const ask = (handler: Handler, method: string, path: string, init: RequestInit = {}) =>
  handler(
    new Request(`http://localhost/api/v1/registrations${path}`, {
      ...init,
      method,
      headers: { authorization, 'content-type': 'text/csv', ...(init.headers as Record<string, string>) },
    }),
  );

const order = (batch: string, more = '') => `?gtin=${chain.gtin}&batch=${batch}&expiry=280531${more}`;

async function until(id: string, phase: string) {
  for (let waited = 0; waited < 1_000; waited++) {
    const body = await (await ask(one.GET, 'GET', `/${id}`)).json();
    if (body.phase === phase) return body;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`the registration never came to be ${phase}`);
}

test('a file is taken over with 202, told of as it goes, and its rows are paged and exported', async () => {
  const body = Array.from({ length: 3_000 }, (_, n) => `H${n}`).join('\n');
  const taken = await ask(POST, 'POST', order('HTTP'), { body });
  expect(taken.status).toBe(202);
  const { id } = await taken.json();
  expect(taken.headers.get('location')).toBe(`/api/v1/registrations/${id}`);
  expect(await until(id, 'done')).toMatchObject({
    state: expect.stringMatching(/running|succeeded/),
    rows: { given: 3_000, faults: 0, leftOut: 0 },
  });
  const page = await (await ask(rows.GET, 'GET', `/${id}/rows?after=1998&limit=3`)).json();
  expect(page).toEqual({
    rows: [1999, 2000, 2001].map((row) => ({ row, serial: `H${row - 1}`, result: 'registered' })),
    next: `/api/v1/registrations/${id}/rows?after=2001&limit=3`,
  });
  const file = await ask(rows.GET, 'GET', `/${id}/rows?format=csv`);
  const lines = (await file.text()).split('\r\n');
  expect(lines.slice(0, 2)).toEqual(['\uFEFFrow,serial,result'.slice(1), '1,H0,registered']);
  expect(lines).toHaveLength(3_002);
});

test('with start=ask it waits until it is said, and until then it can be cancelled', async () => {
  const first = await (await ask(POST, 'POST', order('ASK', '&start=ask'), { body: 'A1\nA2\n' })).json();
  await until(first.id, 'checked');
  expect(await countOf(`pack where lot = 'ASK'`)).toBe(0);
  expect((await ask(one.POST, 'POST', `/${first.id}`)).status).toBe(202);
  await until(first.id, 'done');
  expect(await countOf(`pack where lot = 'ASK'`)).toBe(2);
  expect((await ask(one.DELETE, 'DELETE', `/${first.id}`)).status).toBe(409);

  const second = await (await ask(POST, 'POST', order('ASK', '&start=ask'), { body: 'A3\n' })).json();
  await until(second.id, 'checked');
  expect((await ask(one.DELETE, 'DELETE', `/${second.id}`)).status).toBe(204);
  expect((await ask(one.POST, 'POST', `/${second.id}`)).status).toBe(409);
  const { rows: left } = await (await ask(rows.GET, 'GET', `/${second.id}/rows`)).json();
  expect(left).toEqual([{ row: 1, serial: 'A3', result: 'not-registered' }]);
});

test('the same file under the same key is one registration', async () => {
  const send = (body: string) =>
    ask(POST, 'POST', order('KEY'), { body, headers: { 'idempotency-key': 'one-file' } });
  const [first, again] = [await send('K1\n'), await send('K1\n')];
  expect((await again.json()).id).toBe((await first.json()).id);
});

test.each([
  ['a GTIN that is none', '?gtin=1&batch=B&expiry=280531', {}, 422, 'identifier/gtin'],
  ['no batch', '?gtin=GTIN&expiry=280531', {}, 422, 'identifier/batch'],
  ['no such day', '?gtin=GTIN&batch=B&expiry=280231', {}, 422, 'identifier/expiry'],
  [
    'a picture',
    '?gtin=GTIN&batch=B&expiry=280531',
    { 'content-type': 'image/png' },
    415,
    'media-type/unsupported',
  ],
  ['no serials', '?gtin=GTIN&batch=B&expiry=280531', {}, 422, 'serials/count'],
  ['too many', '?gtin=GTIN&batch=B&expiry=280531&generate=1000001', {}, 422, 'serials/count'],
  [
    'a broken document',
    '?gtin=GTIN&batch=B&expiry=280531',
    { 'content-type': 'application/json' },
    422,
    'serials/not-json',
  ],
])('%s is answered with its code', async (what, query, headers, status, code) => {
  const body = what === 'a broken document' ? '{"epcisBody":' : '\n';
  const response = await ask(POST, 'POST', query.replace('GTIN', chain.gtin), { body, headers });
  expect([response.status, (await response.json()).code]).toEqual([status, code]);
});
