import { expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';
import { localPath } from './local-path.ts';

test.each(['/', '/packs/09506000134352/A%2FB?reason=x', '/search?q=(01)'])(
  '%s stays on this site',
  (path) => {
    expect(localPath(path)).toBe(path);
  },
);

// What browsers read as another site, or as script, each in a spelling of its own.
test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/a\\..\\..\\evil',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/ /evil.example',
  '',
  null,
  ['/', '/'],
])('%j leads nowhere', (path) => {
  expect(localPath(path)).toBeNull();
});

const from = (remote: string, forwarded?: string) =>
  clientAddress(
    new Headers({ 'x-vialog-remote-address': remote, ...(forwarded && { 'x-forwarded-for': forwarded }) }),
  );

test('a client cannot choose the address that its attempts are counted under', () => {
  expect(from('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
  expect(from('127.0.0.1', '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
  expect(from('::1')).toBe('::1');
});
