import type { OrgScope } from '../custody/org-scope.ts';
import { buildObjectEvent } from '../epcis/build-object-event.ts';
import type { EpcisEvent } from '../epcis/epcis-event.ts';
import { parseEvent } from '../epcis/parse-event.ts';
import { glnUri, sgtinUri } from '../gs1/digital-link.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Instant, OffsetMinutes } from '../kernel/instant.ts';
import { parseLocalDate } from '../kernel/local-date.ts';

const START = Date.parse('2026-11-20T08:00:00Z');

/** The event numbered `n` of a lane, the same whenever it is made: a commissioning, then something else about that pack. */
export function writtenEvent(scope: OrgScope, gtin: Gtin, lane: number, n: number): EpcisEvent {
  const isFirst = n % 2 === 0;
  const expiry = parseLocalDate('2028-05-31');
  const place = scope.location === undefined ? undefined : glnUri(scope.location);
  const document = buildObjectEvent({
    eventTime: (START + n * 1_000) as Instant,
    eventTimeZoneOffset: 0 as OffsetMinutes,
    eventID: `urn:uuid:00000000-0000-4000-8000-${String(lane * 10_000_000 + n).padStart(12, '0')}`,
    epcList: [sgtinUri(gtin, `K${lane}-${n - (n % 2)}` as Serial)],
    action: isFirst ? 'ADD' : 'OBSERVE',
    bizStep: isFirst ? 'commissioning' : 'inspecting',
    ...(place === undefined ? {} : { readPoint: place, bizLocation: place }),
    ...(isFirst && expiry ? { lotNumber: `K${lane}`, itemExpirationDate: expiry } : {}),
  });
  const parsed = parseEvent(document, undefined);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
