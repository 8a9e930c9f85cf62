import { type EpcFormat, parseEpcFormat } from '../epcis/epc-format.ts';
import type { JsonObject } from '../epcis/object-event.ts';
import { formatNextPageToken } from '../epcis/page-token.ts';
import { writeQueryDocument } from '../epcis/write-query-document.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { FoundEvents } from '../service/query-events.ts';
import type { ApiError } from './api-error.ts';
import { EPCIS_HEADERS } from './epcis-headers.ts';

/** Reads `GS1-EPC-Format`; absent means Digital Links. */
export function parseEpcFormatHeader({ headers }: Request): Result<EpcFormat, ApiError> {
  const format = parseEpcFormat(headers.get('gs1-epc-format') ?? undefined);
  return format ? ok(format) : err({ code: 'header/epc-format', path: 'GS1-EPC-Format' });
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
