import { createServer, type Server, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLocalRequest, noteRemoteAddresses } from './local-request.ts';

let server: Server;

beforeAll(async () => {
  noteRemoteAddresses();
  server = createServer((incoming, response) => {
    const headers = new Headers(incoming.headers as Record<string, string>);
    response.end(String(isLocalRequest({ headers, url: 'http://localhost/metrics' })));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => {
  server.close();
});

const ask = (headers: Record<string, string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const path = { port, host: '127.0.0.1', headers };
    send(path, (response) => response.setEncoding('utf8').once('data', resolve))
      .once('error', reject)
      .end();
  });

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
  ['who names a host that only looks local', { host: '127.0.0.1.example' }, 'false'],
])('%s: %s -> %s', async (_name, headers, local) => {
  expect(await ask(headers)).toBe(local);
});

test('where the connection comes from is not for the client to say', () => {
  const local = { host: 'localhost', 'x-vialog-remote-address': '127.0.0.1' };
  const far = { ...local, 'x-vialog-remote-address': '203.0.113.9' };
  const unknown = { host: 'localhost' };
  const isLocal = (headers: Record<string, string>) =>
    isLocalRequest({ headers: new Headers(headers), url: 'http://localhost/metrics' });
  expect([local, far, unknown].map(isLocal)).toEqual([true, false, false]);
});

test('a client that sends our own header is overruled', async () => {
  expect(await ask({ 'x-vialog-remote-address': '203.0.113.9' })).toBe('true');
});
