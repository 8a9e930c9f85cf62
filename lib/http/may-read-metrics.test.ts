import { beforeAll, expect, test, vi } from 'vitest';
import { mayReadMetrics } from './may-read-metrics.ts';

const TOKEN = 'a token of this test run, thirty-two';

beforeAll(() => {
  vi.stubEnv('VIALOG_METRICS_TOKEN', TOKEN.replaceAll(' ', '-'));
});

const asks = (headers: Record<string, string>) =>
  mayReadMetrics({
    headers: new Headers({ host: 'vialog.example', ...headers }),
    url: 'https://vialog.example/metrics',
  });
const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

test('whoever sends the token reads the metrics from anywhere', () => {
  expect(asks({ 'x-vialog-remote-address': '203.0.113.9', ...bearer(TOKEN.replaceAll(' ', '-')) })).toBe(
    true,
  );
});

test.each([
  ['no token', {}],
  ['another token', bearer(`${TOKEN.replaceAll(' ', '-')}x`)],
  ['the beginning of the token', bearer(TOKEN.slice(0, 7))],
  ['a token of another scheme', { authorization: `Basic ${TOKEN}` }],
])('elsewhere, %s reads nothing', (_name, headers) => {
  expect(asks({ 'x-vialog-remote-address': '203.0.113.9', ...headers })).toBe(false);
});

test('on this machine nobody needs one, but a wrong one is wrong', () => {
  const local = { 'x-vialog-remote-address': '127.0.0.1', host: 'localhost:3000' };
  expect(asks(local)).toBe(true);
  expect(asks({ ...local, ...bearer('wrong') })).toBe(false);
});
