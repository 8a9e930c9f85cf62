/** Where the connection came from. `followExchanges` sets it on every request, over whatever a client sent under that name. */
export const REMOTE_ADDRESS = 'x-vialog-remote-address';

/**
 * True for a request made on this machine itself: by its connection, by the name it was made under, and by every proxy that passed it
 * on. False where the connection is not known.
 */
export function isLocalRequest({ headers, url }: Pick<Request, 'headers' | 'url'>): boolean {
  const remote = headers.get(REMOTE_ADDRESS) ?? '';
  const passedOn = (headers.get('x-forwarded-for') ?? remote).split(',').map((address) => address.trim());
  const host = (headers.get('host') ?? new URL(url).host).replace(/:\d+$/, '');
  return [remote, ...passedOn, host].every(isLoopback) && !headers.has('forwarded');
}

/** Whether a host or an address names this machine itself. */
export const isLoopback = (name: string): boolean =>
  /^(localhost|\[?::1\]?|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i.test(name);
