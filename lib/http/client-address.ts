import { isIPv6 } from 'node:net';
import { isLoopback, REMOTE_ADDRESS } from './local-request.ts';

/**
 * Where a request came from, for limits. What it says of itself counts only where the connection comes from this machine, thus from a
 * proxy in front of us, and then only the last word: the one that the proxy added. Of an IPv6 address it is the network, the first 64 bits
 * with zeros behind them: whoever has one address there has them all. An IPv4 address is whole, however it is written.
 */
export function clientAddress(headers: Pick<Headers, 'get'>): string {
  const remote = headers.get(REMOTE_ADDRESS) ?? '';
  const passedOn = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (passedOn && (remote === '' || isLoopback(remote))) return networkOf(passedOn);
  return remote === '' ? '0.0.0.0' : networkOf(remote);
}

function networkOf(address: string): string {
  const [bare = ''] = address.replace(/^\[(.*)\]$/, '$1').split('%', 1);
  if (!isIPv6(bare) || isLoopback(bare)) return address;
  const groups = groupsOf(bare);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::`;
}

/** The eight groups of an IPv6 address; the URL parser writes an IPv4 tail as two of them. */
function groupsOf(address: string): readonly number[] {
  const [head = '', tail = ''] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const numbers = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const [before, behind] = [numbers(head), numbers(tail)];
  return [...before, ...new Array<number>(8 - before.length - behind.length).fill(0), ...behind];
}
