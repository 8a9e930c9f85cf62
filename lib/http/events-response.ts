import { formatNextPageToken } from '../epcis/page-token.ts';
import type { StoredEvent } from '../epcis/stored-event.ts';
import { writeQueryDocument } from '../epcis/write-query-document.ts';
import { writeQueryDocumentXml } from '../epcis/xml/write-query-document-xml.ts';
import type { Instant } from '../kernel/instant.ts';
import { prefixLengths } from '../service/prefix-lengths.ts';
import type { FoundEvents } from '../service/query-events.ts';
import { EPCIS_HEADERS } from './epcis-headers.ts';
import type { EventForm } from './event-form.ts';
import { problem } from './problem.ts';

interface Answered {
  readonly form: EventForm;
  readonly at: Instant;
}

/** A page of events as an EPCISQueryDocument, with the address of the next in `Link` (GS1's OpenAPI). */
export async function eventsResponse(
  request: Request,
  found: FoundEvents,
  answered: Answered,
): Promise<Response> {
  const response = await queryDocumentResponse(found.events, answered);
  if (found.next !== undefined && response.ok) {
    const next = new URL(request.url);
    next.searchParams.set('nextPageToken', formatNextPageToken({ order: found.next }));
    response.headers.set('link', `<${next.pathname}${next.search}>; rel="next"`);
  }
  return response;
}

/** Events as an EPCISQueryDocument in the form asked for; 406 with the field that version 1.2 of XML has no place for. */
export async function queryDocumentResponse(
  events: readonly StoredEvent[],
  { form: { epcFormat, xml }, at }: Answered,
): Promise<Response> {
  const prefixLengthOf = await prefixLengths(events, epcFormat);
  const options = { creationDate: at, epcFormat, prefixLengthOf };
  const headers = { ...EPCIS_HEADERS, 'gs1-epc-format': epcFormat, 'cache-control': 'no-store' };
  if (!xml) {
    const document = writeQueryDocument(events, options);
    return Response.json(document, { headers: { ...headers, 'content-type': 'application/ld+json' } });
  }
  const document = writeQueryDocumentXml(events, { ...options, ...xml });
  if (!document.ok) {
    const { code, path, detail } = document.error;
    return problem({ code, path, detail });
  }
  const version = xml.version === '1.2' ? { 'gs1-epcis-version': '1.2.0', 'gs1-cbv-version': '1.2.0' } : {};
  return new Response(document.value, {
    headers: { ...headers, ...version, 'content-type': 'application/xml' },
  });
}
