import { objectKeyOf } from '../gs1/object-key.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { cbvShortName } from './cbv-word.ts';
import { CBV_WORDS } from './cbv-words.ts';
import { parseDateTime } from './date-time.ts';
import { namespacesOf } from './namespaces.ts';
import { type PageToken, parseNextPageToken } from './page-token.ts';
import { isUri } from './uri.ts';

/** What an event must name: one object, or any object of a class (a pattern whose serial is `*`). */
export type EpcMatch =
  | { readonly kind: 'object'; readonly uri: string }
  | { readonly kind: 'class'; readonly uri: string };

/** SimpleEventQuery (EPCIS 2.0 section 8.2.7.1) as data. Parameters are joined by AND, the values of a list by OR. */
export interface EventQuery {
  /** `MATCH_epc`, identifiers in the canonical spelling of `objectKeyOf`. */
  readonly matchEpc: readonly EpcMatch[] | undefined;
  /** `EQ_bizStep`, as an event spells it: CBV short names, else URIs. */
  readonly eqBizStep: readonly string[] | undefined;
  readonly geEventTime: Instant | undefined;
  readonly ltEventTime: Instant | undefined;
  /** How many events a page has at most, 1 to 1000. */
  readonly perPage: number;
  /** Absent for the first page. */
  readonly after: PageToken | undefined;
}

/** A query that cannot be answered as asked; GS1's OpenAPI wants 400 with this exception type. */
export interface EventQueryError {
  readonly code: 'epcis/query-parameter';
  readonly exception: 'epcisException:QueryParameterException';
  readonly parameter: string;
  readonly detail: string;
}

const DEFAULT_PER_PAGE = 30;
const MOST_PER_PAGE = 1000;

type Read<T> = { readonly value: T } | { readonly fault: string };

const matchEpc = (text: string): Read<readonly EpcMatch[]> => listOf(text, epcMatch);

function epcMatch(uri: string): Read<EpcMatch> {
  if (!isUri(uri)) return { fault: `${uri} is not a URI` };
  const key = objectKeyOf(uri);
  if (!uri.startsWith('urn:epc:idpat:')) return { value: { kind: 'object', uri: key.uri } };
  if (key.uri === uri) return { fault: `${uri} is not a pattern whose serial alone is *` };
  return { value: { kind: 'class', uri: key.uri } };
}

const bizSteps = (text: string): Read<readonly string[]> => listOf(text, bizStep);

function bizStep(text: string): Read<string> {
  const word = cbvShortName('bizStep', text, namespacesOf(undefined));
  return CBV_WORDS.bizStep.words.has(word) || isUri(word)
    ? { value: word }
    : { fault: `${text} is neither a business step of the CBV nor a URI` };
}

/** In a query string a list is written with bars between its values. */
function listOf<T>(text: string, read: (item: string) => Read<T>): Read<readonly T[]> {
  const values: T[] = [];
  for (const item of text.split('|')) {
    const one = read(item);
    if ('fault' in one) return one;
    values.push(one.value);
  }
  return { value: values };
}

function time(text: string): Read<Instant> {
  const parsed = parseDateTime(text);
  return parsed.ok ? parsed : { fault: `${text} is not a time with a zone; write + as %2B` };
}

function perPage(text: string): Read<number> {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= MOST_PER_PAGE ? { value } : { fault: `${text} is not 1 to ${MOST_PER_PAGE}` };
}

function nextPageToken(text: string): Read<PageToken> {
  const value = parseNextPageToken(text);
  return value ? { value } : { fault: 'it is not a token of this server' };
}

/** What each parameter sets. */
const PARAMETERS: Readonly<Record<string, (text: string) => Read<Partial<EventQuery>>>> = {
  MATCH_epc: into('matchEpc', matchEpc),
  EQ_bizStep: into('eqBizStep', bizSteps),
  GE_eventTime: into('geEventTime', time),
  LT_eventTime: into('ltEventTime', time),
  perPage: into('perPage', perPage),
  nextPageToken: into('after', nextPageToken),
};

function into<K extends keyof EventQuery>(name: K, read: (text: string) => Read<NonNullable<EventQuery[K]>>) {
  return (text: string): Read<Partial<EventQuery>> => {
    const one = read(text);
    return 'fault' in one ? one : { value: { [name]: one.value } as Partial<EventQuery> };
  };
}

/**
 * Reads the parameters of `GET /events`. What is not supported, is given twice or has a bad value is answered by
 * name: a parameter that were quietly ignored would give an answer to another question.
 */
export function parseEventQuery(parameters: URLSearchParams): Result<EventQuery, EventQueryError> {
  let query: EventQuery = {
    matchEpc: undefined,
    eqBizStep: undefined,
    geEventTime: undefined,
    ltEventTime: undefined,
    perPage: DEFAULT_PER_PAGE,
    after: undefined,
  };
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    const read = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
    if (!read) return refused(name, 'this parameter is not supported');
    if (values.length > 1) return refused(name, 'a parameter may be given once');
    const one = read(values[0] ?? '');
    if ('fault' in one) return refused(name, one.fault);
    query = { ...query, ...one.value };
  }
  return ok(query);
}

const refused = (parameter: string, detail: string): Result<never, EventQueryError> =>
  err({
    code: 'epcis/query-parameter',
    exception: 'epcisException:QueryParameterException',
    parameter,
    detail,
  });
