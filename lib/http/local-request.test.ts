import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseUtf8 } from '../kernel/bytes.ts';
import { isLocalRequest } from './local-request.ts';
import { getOverWire, type ServerInTests, serveInTests } from './serve-in-tests.ts';

let server: ServerInTests;

beforeAll(async () => {
  server = await serveInTests(async (request) => new Response(String(isLocalRequest(request))));
});
afterAll(() => server.close());

test.each([
  ['a client of this machine', {}, 'true'],
  ['a client of this machine, by name', { host: 'localhost:3000' }, 'true'],
  ['a client of this machine, by IPv6', { host: '[::1]:3000' }, 'true'],
  ['a client of a proxy of this machine', { 'x-forwarded-for': '203.0.113.9' }, 'false'],
  [
    'a client of a proxy that says it is local itself',
    { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' },
    'false',
  ],
  ['a client of a proxy that writes the newer header', { forwarded: 'for=203.0.113.9' }, 'false'],
  ['who names the public address', { host: 'vialog.example' }, 'false'],
  [
    'who says in our own header that it comes from elsewhere',
    { 'x-vialog-remote-address': '203.0.113.9' },
    'true',
  ],
  ['who names a host that only looks local', { host: '127.0.0.1.example' }, 'false'],
])('%s: %s -> %s', async (_name, headers, local) => {
  expect(parseUtf8((await getOverWire(server.url, '/metrics', headers)).body)).toBe(local);
});

test('a request whose connection is not known is not local, whatever it says', () => {
  const headers = new Headers({ host: 'localhost', 'x-forwarded-for': '127.0.0.1' });
  expect(isLocalRequest({ headers, url: 'http://localhost/metrics' })).toBe(false);
});
