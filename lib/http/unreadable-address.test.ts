import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET } from '../../app/api/unreadable-address/route.ts';
import { parseUtf8 } from '../kernel/bytes.ts';
import { getOverWire, type ServerInTests, serveInTests } from './serve-in-tests.ts';
import { UNREADABLE_ADDRESS } from './unreadable-address.ts';

let server: ServerInTests;

beforeAll(async () => {
  server = await serveInTests(async (request) => {
    const { pathname, search } = new URL(request.url);
    return pathname === UNREADABLE_ADDRESS ? GET() : new Response(`${pathname}${search}`);
  });
});
afterAll(() => server.close());

const asked = async (path: string) => {
  const { status, headers, body } = await getOverWire(server.url, path);
  return { status, type: headers['content-type'], text: parseUtf8(body) ?? '' };
};

test.each([
  '/api/v1/packs/%FF/1',
  '/api/%',
  '/api/v1/packs/%zz/1?batch=L1',
  '/epcis/v2/events/%E0%A4%A',
  '/log/receipt/%',
  '/01/%C0%AF',
  '//api/%FF',
  '/wasm/%FF',
])('%s is answered with a problem document that says so', async (path) => {
  const { status, type, text } = await asked(path);
  expect([status, type]).toEqual([400, 'application/problem+json']);
  expect(JSON.parse(text)).toMatchObject({ code: 'request/address', status: 400, path: 'address' });
});

test.each([
  '/api/v1/packs/09506000134352/A%2FB?batch=%FF',
  '/epcis/v2/events/%E2%82%AC',
  '/apis/%FF',
  '/packs/%FF',
])('%s is left as it is', async (path) => {
  expect(await asked(path)).toMatchObject({ status: 200, text: path });
});
