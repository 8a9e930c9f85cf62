import { expect, test } from 'vitest';
import { isUri } from './uri.ts';

test.each([
  'http://www.ietf.org/rfc/rfc2396.txt',
  'ftp://user@ftp.is.co.za:21/rfc/rfc1808.txt?a=/?b#/c?',
  'ldap://[2001:db8::7]/c=GB?objectClass?one',
  'mailto:John.Doe@example.com',
  'tel:+1-816-555-1212',
  'urn:oasis:names:specification:docbook:dtd:xml:4.1.2',
  'geo:47.506694,11.104301',
  'ni:///sha-256;36abb3?ver=CBV2.0',
  'urn:epc:id:sgtin:0614141.812345.6789%2F%26%25%22!%3F()',
  'ext:field',
])('%s is a URI (RFC 3986)', (text) => {
  expect(isUri(text)).toBe(true);
});

test.each([
  '',
  'word',
  ':a',
  '1a:b',
  'a:',
  '//host/path',
  '/path',
  'a b:c',
  'a:b c',
  'a:%2',
  'a:b#c#d',
  'a:ä',
  'a:{b}',
  'http://a:port/',
])('%j is none', (text) => {
  expect(isUri(text)).toBe(false);
});

test('a long text is judged in good time, whatever it is made of', () => {
  for (const part of ['a', '/', ':', '@', '%41', '/a', 'a:', '[']) {
    expect(typeof isUri(`http://${part.repeat(200_000)}"`)).toBe('boolean');
  }
});
