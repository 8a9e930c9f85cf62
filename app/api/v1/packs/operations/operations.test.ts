import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChainInTests, chainInTests, deliver } from '../../../../../lib/service/chain-in-tests.ts';
import { bearerOf } from '../../../../../lib/service/keys-in-tests.ts';
import { closeStore } from '../../../../../lib/store/pool.ts';
import { startJobRunner } from '../../../../../lib/worker/job-runner.ts';
import type { Running } from '../../../../../lib/worker/loop.ts';
import { startSequencer } from '../../../../../lib/worker/start-sequencer.ts';
import { GET } from './[id]/route.ts';
import { POST } from './route.ts';

let chain: ChainInTests;
let authorization = '';
let workers: readonly Running[] = [];
beforeAll(async () => {
  chain = await chainInTests();
  authorization = await bearerOf(chain.pharmacy);
  workers = [startSequencer({ batchAgeMs: 5 }), await startJobRunner()];
  await deliver(chain, chain.pharmacy, ['W1', 'W2', 'W3']);
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await closeStore();
});

const ADDRESS = 'http://localhost/api/v1/packs/operations';

const send = (body: string, headers: Record<string, string> = {}) =>
  POST(new Request(ADDRESS, { method: 'POST', body, headers: { authorization, ...headers } }));

const look = (path: string) => GET(new Request(`${ADDRESS}${path}`, { headers: { authorization } }));

const linesFor = (serials: readonly string[]) =>
  JSON.stringify({
    operations: serials.map((serial) => ({
      ...{ gtin: chain.gtin, serial, batch: 'L1', expiry: '280531', entryMode: 'scan' },
      ...{ at: new Date(Date.now() - 1_000).toISOString(), state: 'supplied' },
    })),
  });

test('a list is taken over with 202, and its results are paged by line', async () => {
  const taken = await send(linesFor(['W1', 'W2', 'W 3']), { 'idempotency-key': 'list-1' });
  expect(taken.status).toBe(202);
  const { id } = await taken.json();
  expect(taken.headers.get('location')).toBe(`/api/v1/packs/operations/${id}`);
  let body = await (await look(`/${id}`)).json();
  for (let waited = 0; waited < 500 && body.finishedAt === null; waited++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    body = await (await look(`/${id}`)).json();
  }
  expect(body).toMatchObject({ id, state: 'succeeded', total: 3, done: 2, failed: 1, next: null });
  expect(body.results).toMatchObject([
    { line: 1, outcome: 'applied' },
    { line: 2, outcome: 'applied' },
    { line: 3, outcome: 'faulty', code: 'identifier/serial', path: 'serial', at: 1 },
  ]);
  const page = await (await look(`/${id}?after=1&limit=1`)).json();
  expect(page.results.map(({ line }: { line: number }) => line)).toEqual([2]);
  expect(page.next).toBe(`/api/v1/packs/operations/${id}?after=2&limit=1`);
});

test('the same key with another list is refused, and with the same list is the same job', async () => {
  const list = linesFor(['W3']);
  const key = { 'idempotency-key': 'list-2' };
  const [first, again] = [await send(list, key), await send(list, key)];
  expect((await again.json()).id).toBe((await first.json()).id);
  const other = await send(linesFor(['W1', 'W3']), key);
  expect([other.status, (await other.json()).code]).toEqual([409, 'request/replayed-differently']);
});

test.each([
  ['{', 400, 'body/not-json'],
  ['[]', 422, 'body/invalid'],
  ['{"operations":{}}', 422, 'body/invalid'],
  ['{"operations":[]}', 422, 'operations/count'],
])('%s is answered with its code', async (body, status, code) => {
  const response = await send(body);
  expect([response.status, (await response.json()).code]).toEqual([status, code]);
});

test.each(['?limit=0', '?limit=10001', '?after=x'])('%s is no page', async (query) => {
  const response = await look(`/${'0'.repeat(32)}${query}`);
  expect([response.status, (await response.json()).code]).toEqual([422, 'request/page']);
});
