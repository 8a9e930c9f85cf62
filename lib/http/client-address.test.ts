import { expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';
import { limitAddress } from './limits.ts';

const headersFrom = (remote: string, forwarded?: string) =>
  new Headers({ 'x-vialog-remote-address': remote, ...(forwarded && { 'x-forwarded-for': forwarded }) });

test('a client cannot choose the address that its attempts are counted under', () => {
  expect(clientAddress(headersFrom('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');
  expect(clientAddress(headersFrom('127.0.0.1', '198.51.100.1, 203.0.113.7'))).toBe('203.0.113.7');
  expect(clientAddress(headersFrom('::ffff:127.0.0.1', '203.0.113.7'))).toBe('203.0.113.7');
  expect(clientAddress(headersFrom('::1'))).toBe('::1');
});

test('who connects directly is limited however many addresses it claims to pass on', () => {
  const ask = (remote: string, n: number) =>
    limitAddress(
      new Request('http://vialog.example/', { headers: headersFrom(remote, `198.51.100.${n}`) }),
      0,
    );
  const answers = Array.from({ length: 3_100 }, (_, n) => ask('203.0.113.8', n % 250));
  expect(answers.slice(0, 3_000).every((answer) => answer === undefined)).toBe(true);
  expect(answers.at(-1)).toMatchObject({ code: 'rate/limited' });
  expect(ask('127.0.0.1', 1)).toBeUndefined();
});

test('an IPv6 address counts as its network of 64 bits, an IPv4 address as itself', () => {
  const from = (address: string) => clientAddress(headersFrom(address));
  expect(from('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::');
  expect(from('2001:0DB8:1:2::ffff%eth0')).toBe('2001:db8:1:2::');
  expect(from('2001:db8:1:3::1')).toBe('2001:db8:1:3::');
  expect(from('2001:db8::1')).toBe('2001:db8:0:0::');
  expect(from('203.0.113.7')).toBe('203.0.113.7');
  expect(from('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(from('::ffff:cb00:7108')).toBe('203.0.113.8');
  expect(clientAddress(headersFrom('127.0.0.1', '2001:db8:1:2::9'))).toBe('2001:db8:1:2::');
  expect(clientAddress(headersFrom('127.0.0.1', 'unknown'))).toBe('unknown');
});
