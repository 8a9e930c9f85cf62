/** Who may call a route: a key or a session that may do this, or anybody. */
export type RouteScope = 'administer' | 'capture' | 'packs' | 'query' | 'verify' | 'public';

/** What of an organisation's a route gives or changes: what the visibility rules are tried on. */
export type RouteSubject =
  | 'pack'
  | 'event'
  | 'events'
  | 'capture-job'
  | 'document'
  | 'block-list'
  | 'finding'
  | 'log'
  | 'server'
  | 'label-order'
  | 'label-job'
  | 'trends'
  | 'grants'
  | 'grant'
  | 'keys'
  | 'key'
  | 'leaves'
  | 'operations'
  | 'operations-job'
  | 'registrations'
  | 'registration'
  | 'recall'
  | 'bundle'
  | 'erasure';

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
  { path: '/api/v1/packs/operations', method: 'POST', scope: 'packs', subject: 'operations' },
  { path: '/api/v1/packs/operations/[id]', method: 'GET', scope: 'packs', subject: 'operations-job' },
  { path: '/api/v1/registrations', method: 'POST', scope: 'capture', subject: 'registrations' },
  { path: '/api/v1/registrations/[id]', method: 'GET', scope: 'capture', subject: 'registration' },
  { path: '/api/v1/registrations/[id]', method: 'POST', scope: 'capture', subject: 'registration' },
  { path: '/api/v1/registrations/[id]', method: 'DELETE', scope: 'capture', subject: 'registration' },
  { path: '/api/v1/registrations/[id]/rows', method: 'GET', scope: 'capture', subject: 'registration' },
  { path: '/api/v1/batches/[gtin]/[lot]/recall', method: 'GET', scope: 'query', subject: 'recall' },
  { path: '/api/v1/packs/[gtin]/[serial]/bundle', method: 'GET', scope: 'query', subject: 'bundle' },
  { path: '/api/v1/batches/[gtin]/[lot]/bundle', method: 'GET', scope: 'query', subject: 'recall' },
  { path: '/api/v1/findings/[id]/bundle', method: 'GET', scope: 'query', subject: 'finding' },
  { path: '/api/v1/events/[id]/erasure', method: 'POST', scope: 'administer', subject: 'erasure' },
  { path: '/api/v1/labels', method: 'POST', scope: 'packs', subject: 'label-order' },
  { path: '/api/v1/labels/[id]', method: 'GET', scope: 'packs', subject: 'label-job' },
  { path: '/api/v1/labels/[id]', method: 'DELETE', scope: 'packs', subject: 'label-job' },
  { path: '/api/v1/labels/[id]/file', method: 'GET', scope: 'packs', subject: 'label-job' },
  { path: '/api/v1/grants', method: 'GET', scope: 'administer', subject: 'grants' },
  { path: '/api/v1/grants', method: 'POST', scope: 'administer', subject: 'grants' },
  { path: '/api/v1/grants/[id]', method: 'DELETE', scope: 'administer', subject: 'grant' },
  { path: '/api/v1/keys', method: 'GET', scope: 'administer', subject: 'keys' },
  { path: '/api/v1/keys', method: 'POST', scope: 'administer', subject: 'keys' },
  { path: '/api/v1/keys/drafts', method: 'POST', scope: 'administer', subject: 'keys' },
  { path: '/api/v1/keys/[id]', method: 'DELETE', scope: 'administer', subject: 'key' },
  { path: '/api/v1/leaves', method: 'POST', scope: 'capture', subject: 'leaves' },
  { path: '/api/v1/trends', method: 'GET', scope: 'query', subject: 'trends' },
  { path: '/epcis/v2/capture', method: 'POST', scope: 'capture', subject: 'document' },
  { path: '/epcis/v2/capture/[id]', method: 'GET', scope: 'capture', subject: 'capture-job' },
  { path: '/epcis/v2/events', method: 'GET', scope: 'query', subject: 'events' },
  { path: '/epcis/v2/events/[id]', method: 'GET', scope: 'query', subject: 'event' },
  { path: '/log/checkpoint', method: 'GET', scope: 'public', subject: 'log' },
  { path: '/log/keys', method: 'GET', scope: 'public', subject: 'log' },
  { path: '/log/policy', method: 'GET', scope: 'public', subject: 'log' },
  { path: '/log/receipt/[event]', method: 'GET', scope: 'public', subject: 'log' },
  { path: '/log/tile/[...path]', method: 'GET', scope: 'public', subject: 'log' },
  { path: '/api/unreadable-address', method: 'GET', scope: 'public', subject: 'server' },
  { path: '/api/v1/findings/[id]/photo', method: 'GET', scope: 'query', subject: 'finding' },
  { path: '/api/v1/block-list', method: 'GET', scope: 'verify', subject: 'block-list' },
  { path: '/api/v1/public/check', method: 'POST', scope: 'public', subject: 'server' },
  { path: '/api/v1/public/doubts', method: 'POST', scope: 'public', subject: 'server' },
  { path: '/linkset/[...path]', method: 'GET', scope: 'public', subject: 'server' },
  { path: '/healthz', method: 'GET', scope: 'public', subject: 'server' },
  { path: '/readyz', method: 'GET', scope: 'public', subject: 'server' },
  { path: '/metrics', method: 'GET', scope: 'public', subject: 'server' },
  { path: '/wasm/[file]', method: 'GET', scope: 'public', subject: 'server' },
];
