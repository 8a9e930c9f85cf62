import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Where the connection came from. Set by us on every request, over whatever a client sent under that name. */
export const REMOTE_ADDRESS = 'x-vialog-remote-address';

/** Node tells of every request before anybody else sees it. */
const REQUEST_START = 'http.server.request.start';

/** From now on, requests of this process say where their connection came from, and {@link isLocalRequest} can tell. */
export function noteRemoteAddresses(): void {
  channel(REQUEST_START).subscribe((message) => {
    const { request } = message as { readonly request: IncomingMessage };
    request.headers[REMOTE_ADDRESS] = request.socket.remoteAddress ?? '';
  });
}

/**
 * True for a request made on this machine itself: by its connection, by the name it was made under, and by every proxy that passed it
 * on. False where {@link noteRemoteAddresses} was not called.
 */
export function isLocalRequest({ headers, url }: Pick<Request, 'headers' | 'url'>): boolean {
  const remote = headers.get(REMOTE_ADDRESS) ?? '';
  const passedOn = (headers.get('x-forwarded-for') ?? remote).split(',').map((address) => address.trim());
  const host = headers.get('host') ?? new URL(url).host;
  return (
    [remote, ...passedOn].every(isLoopback) &&
    isLoopback(host.replace(/:\d+$/, '')) &&
    !headers.has('forwarded')
  );
}

const isLoopback = (name: string): boolean =>
  /^(localhost|\[?::1\]?|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i.test(name);
