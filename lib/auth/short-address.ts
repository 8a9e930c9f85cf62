import { isIPv4, isIPv6 } from 'node:net';

/**
 * An address as it is kept: an IPv4 address without its last byte, an IPv6 address without all but its first 48 bits. It tells networks
 * apart, and no device or household. What is no address is not kept.
 */
export function shortAddress(address: string | null | undefined): string | undefined {
  const text = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(text)) return `${text.split('.').slice(0, 3).join('.')}.0/24`;
  return isIPv6(text) ? `${prefixOf(text)}::/48` : undefined;
}

/** The first three groups; those that `::` stands for are zero (RFC 4291 section 2.2). */
function prefixOf(address: string): string {
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) while (groups.length < 3) groups.push('0');
  return groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
