import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Witness, WitnessAnswer } from './witness.ts';

/** A request holds 64 hashes and a note of 100 signatures at most. */
const MOST_BYTES = 64 * 1024;

/** Serves a witness over HTTP: `POST /add-checkpoint` and `GET /<sha256 of origin>/checkpoint`. */
export function serveWitness(witness: Witness, fault: (error: unknown) => void): Server {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => {
    answerTo(witness, request)
      .catch((error: unknown): WitnessAnswer => {
        fault(error);
        return plain(500, 'The witness could not keep its state, and signed nothing.');
      })
      .then((answer) => send(response, answer), fault);
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  return server;
}

async function answerTo(witness: Witness, request: IncomingMessage): Promise<WitnessAnswer> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const monitored = /^\/([0-9a-f]{64})\/checkpoint$/.exec(path)?.[1];
  if (monitored !== undefined)
    return request.method === 'GET' ? witness.checkpoint(monitored) : plain(405, 'Only GET is served here.');
  if (path !== '/add-checkpoint') return plain(404, 'There is nothing here but add-checkpoint.');
  if (request.method !== 'POST') return plain(405, 'Only POST is served here.');
  const body = await bodyOf(request);
  return body ? witness.addCheckpoint(body) : plain(400, 'The request is longer than any add-checkpoint.');
}

/** The whole body; `undefined` where it is too long. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function send(response: ServerResponse, { status, type, body }: WitnessAnswer): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    ...(status === 400 ? { connection: 'close' } : {}),
  });
  response.end(body);
}

const plain = (status: number, sentence: string): WitnessAnswer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${sentence}\n`,
});
