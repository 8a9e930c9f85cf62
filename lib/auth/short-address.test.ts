import { expect, test } from 'vitest';
import { shortAddress } from './short-address.ts';

// Documentation addresses of RFC 5737 and RFC 3849.
test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:198.51.100.9', '198.51.100.0/24'],
  ['2001:db8:12:34:56:78:9a:bc', '2001:db8:12::/48'],
  ['2001:0db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
])('%s is kept as %s', (address, kept) => {
  expect(shortAddress(address)).toBe(kept);
});

test.each(['', 'unknown', '192.0.2', '192.0.2.77, 10.0.0.1', null, undefined])(
  '%j is not kept',
  (address) => {
    expect(shortAddress(address)).toBeUndefined();
  },
);
