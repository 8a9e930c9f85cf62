import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { followExchanges } from './raw-exchange.ts';

/** What Next.js 16.4 never takes over from a route's answer. */
const STRIPPED = ['content-length', 'content-encoding', 'transfer-encoding'];

/** A server on a port of its own. */
export interface ServerInTests {
  readonly url: string;
  close(): void;
}

/** Serves a route handler over a real connection, as Next.js does it. */
export async function serveInTests(handler: (request: Request) => Promise<Response>): Promise<ServerInTests> {
  followExchanges();
  const server = createServer((incoming, outgoing) => {
    void answer(handler, incoming, outgoing).catch(() => outgoing.writeHead(500).end());
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function answer(
  handler: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const headers = new Headers(incoming.headers as Record<string, string>);
  const response = await handler(new Request(`http://localhost${incoming.url}`, { headers }));
  outgoing.statusCode = response.status;
  response.headers.forEach((value, name) => {
    if (!STRIPPED.includes(name)) outgoing.appendHeader(name, value);
  });
  const body = response.body ? Readable.fromWeb(response.body as never) : Readable.from([]);
  body.pipe(outgoing);
}

/** An answer as it came over the wire, nothing unpacked. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** Asks with exactly these headers, for exactly this path. */
export function getOverWire(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    send({ hostname, port, path, headers }, (response) => {
      const parts: Uint8Array[] = [];
      response.on('data', (part: Uint8Array) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Uint8Array.from(Buffer.concat(parts)),
        }),
      );
    })
      .once('error', reject)
      .end();
  });
}
