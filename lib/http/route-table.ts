/** Who may call a route: a key or a session that may do this, or anybody. */
export type RouteScope = 'capture' | 'packs' | 'query' | 'verify' | 'public';

/** What of an organisation's a route gives or changes: what the visibility rules are tried on. */
export type RouteSubject = 'pack' | 'event' | 'events' | 'capture-job' | 'document' | 'log' | 'server';

/** One method of one route. */
export interface RouteRow {
  /** As Next names it, from the root of the site. */
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly scope: RouteScope;
  readonly subject: RouteSubject;
}

/** Every route handler there is. A test compares it with the files of `app`, and tries each row as every role of every organisation. */
export const ROUTES: readonly RouteRow[] = [
  { path: '/api/v1/packs/[gtin]/[serial]', method: 'GET', scope: 'verify', subject: 'pack' },
  { path: '/api/v1/packs/[gtin]/[serial]', method: 'PATCH', scope: 'packs', subject: 'pack' },
  { path: '/api/v1/packs/[gtin]/[serial]/history', method: 'GET', scope: 'verify', subject: 'pack' },
  { path: '/epcis/v2/capture', method: 'POST', scope: 'capture', subject: 'document' },
  { path: '/epcis/v2/capture/[id]', method: 'GET', scope: 'capture', subject: 'capture-job' },
  { path: '/epcis/v2/events', method: 'GET', scope: 'query', subject: 'events' },
  { path: '/epcis/v2/events/[id]', method: 'GET', scope: 'query', subject: 'event' },
  { path: '/log/checkpoint', method: 'GET', scope: 'public', subject: 'log' },
  { path: '/log/keys', method: 'GET', scope: 'public', subject: 'log' },
  { path: '/log/policy', method: 'GET', scope: 'public', subject: 'log' },
  { path: '/log/receipt/[event]', method: 'GET', scope: 'public', subject: 'log' },
  { path: '/log/tile/[...path]', method: 'GET', scope: 'public', subject: 'log' },
  { path: '/healthz', method: 'GET', scope: 'public', subject: 'server' },
  { path: '/readyz', method: 'GET', scope: 'public', subject: 'server' },
  { path: '/metrics', method: 'GET', scope: 'public', subject: 'server' },
  { path: '/wasm/[file]', method: 'GET', scope: 'public', subject: 'server' },
];
