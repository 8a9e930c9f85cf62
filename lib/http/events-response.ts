import { type EpcFormat, parseEpcFormat } from '../epcis/epc-format.ts';
import type { JsonObject } from '../epcis/object-event.ts';
import { formatNextPageToken } from '../epcis/page-token.ts';
import { writeQueryDocument } from '../epcis/write-query-document.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { FoundEvents } from '../service/query-events.ts';
import type { ApiError } from './api-error.ts';
import { EPCIS_HEADERS } from './epcis-headers.ts';

/** What can be given: JSON-LD is JSON. */
const GIVEN: ReadonlySet<string> = new Set([
  '*/*',
  'application/*',
  'application/json',
  'application/ld+json',
]);

/** Reads what form of events is asked for: `Accept`, and `GS1-EPC-Format`, whose absence means Digital Links. */
export function parseEventForm({ headers }: Request): Result<EpcFormat, ApiError> {
  const accepted = headers.get('accept')?.split(',') ?? ['*/*'];
  if (!accepted.some(isGiven)) return err({ code: 'media-type/not-acceptable', path: 'Accept' });
  const format = parseEpcFormat(headers.get('gs1-epc-format') ?? undefined);
  return format ? ok(format) : err({ code: 'header/epc-format', path: 'GS1-EPC-Format' });
}

/** A weight of 0 means: not this one (RFC 9110 section 12.4.2). */
function isGiven(range: string): boolean {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  return GIVEN.has(type) && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
}

/** A page of events as an EPCISQueryDocument, with the address of the next in `Link` (GS1's OpenAPI). */
export function eventsResponse(
  request: Request,
  found: FoundEvents,
  { format, at }: { readonly format: EpcFormat; readonly at: Instant },
): Response {
  const document = writeQueryDocument(found.events, { creationDate: at, epcFormat: format });
  const response = epcisResponse(document, format);
  if (found.next !== undefined) {
    const next = new URL(request.url);
    next.searchParams.set('nextPageToken', formatNextPageToken({ order: found.next }));
    response.headers.set('link', `<${next.pathname}${next.search}>; rel="next"`);
  }
  return response;
}

/** One document or event as JSON-LD. */
export function epcisResponse(document: JsonObject, format: EpcFormat): Response {
  return Response.json(document, {
    headers: {
      ...EPCIS_HEADERS,
      'gs1-epc-format': format,
      'content-type': 'application/ld+json',
      'cache-control': 'no-store',
    },
  });
}
