import type { EpcFormat } from '../epcis/epc-format.ts';
import { formatEpcs } from '../epcis/format-epcs.ts';
import type { StoredEvent } from '../epcis/stored-event.ts';
import { writeEvent } from '../epcis/write-event.ts';
import { prefixLengths } from '../service/prefix-lengths.ts';
import { EPCIS_HEADERS } from './epcis-headers.ts';

/** One event as JSON-LD, under its own `@context`. */
export async function jsonEventResponse(event: StoredEvent, format: EpcFormat): Promise<Response> {
  const lengthOf = await prefixLengths([event], format);
  return Response.json(formatEpcs(writeEvent(event), format, lengthOf), {
    headers: {
      ...EPCIS_HEADERS,
      'gs1-epc-format': format,
      'content-type': 'application/ld+json',
      'cache-control': 'no-store',
    },
  });
}
