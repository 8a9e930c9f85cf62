import { isLoopback, REMOTE_ADDRESS } from './local-request.ts';

/**
 * Where a request came from, for limits. What it says of itself counts only where the connection comes from this machine, thus from a
 * proxy in front of us, and then only the last word: the one that the proxy added.
 */
export function clientAddress(headers: Pick<Headers, 'get'>): string {
  const remote = headers.get(REMOTE_ADDRESS) ?? '';
  const passedOn = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (passedOn && (remote === '' || isLoopback(remote))) return passedOn;
  return remote === '' ? '0.0.0.0' : remote;
}
