import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { REMOTE_ADDRESS } from './local-request.ts';
import { readableTarget } from './unreadable-address.ts';

/** A request and its answer as Node has them, below the web framework. */
export interface RawExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const SLOT = Symbol.for('vialog.exchange');

/** One for the process: the framework loads this module once for the routes and once for what starts the server. */
const slots = globalThis as { [SLOT]?: AsyncLocalStorage<RawExchange> };

function exchanges(): AsyncLocalStorage<RawExchange> {
  const known = slots[SLOT] ?? new AsyncLocalStorage<RawExchange>();
  slots[SLOT] = known;
  return known;
}

/** Node tells of every request before anybody else sees it. */
const REQUEST_START = 'http.server.request.start';

/**
 * From now on, every request of this process carries {@link REMOTE_ADDRESS}, one whose address cannot be decoded is led to where that is
 * answered, and whoever answers one can ask for its {@link rawExchange}.
 */
export function followExchanges(): void {
  channel(REQUEST_START).subscribe((message) => {
    const exchange = message as RawExchange;
    const { request } = exchange;
    request.headers[REMOTE_ADDRESS] = request.socket.remoteAddress ?? '';
    request.url = readableTarget(request.url ?? '');
    exchanges().enterWith(exchange);
  });
}

/**
 * The exchange that is being answered; `undefined` where {@link followExchanges} was not called. For headers that the framework strips
 * from what its routes answer, and nothing else.
 */
export const rawExchange = (): RawExchange | undefined => exchanges().getStore();
