import type { OrgScope } from '../../lib/custody/org-scope.ts';
import { buildObjectEvent, type ObjectEventInput } from '../../lib/epcis/build-object-event.ts';
import { glnUri, partyUri, sgtinUri } from '../../lib/gs1/digital-link.ts';
import type { Gtin } from '../../lib/gs1/gtin.ts';
import { parseSerial } from '../../lib/gs1/serial.ts';
import { type Instant, instantText, momentOf } from '../../lib/kernel/instant.ts';
import { parseLocalDate } from '../../lib/kernel/local-date.ts';
import { offsetAt } from '../../lib/kernel/offset-at.ts';

/** Where packs are made, sent and handed out. */
export interface Chain {
  readonly gtin: Gtin;
  readonly manufacturer: OrgScope;
  readonly pharmacy: OrgScope;
}

/** A capture document of one event of one pack, as its reporter sends it. */
export interface SentDocument {
  readonly by: 'manufacturer' | 'pharmacy';
  readonly bytes: Uint8Array;
}

const MINUTE_MS = 60_000;

/** The whole life of a pack in four documents: commissioned, shipped, received, supplied. `at` is when it begins. */
export function lifeOf(chain: Chain, serial: string, lot: string, at: Instant): readonly SentDocument[] {
  const name = parseSerial(serial);
  if (!name.ok) throw new Error('a serial number');
  const epcList = [sgtinUri(chain.gtin, name.value)];
  const { manufacturer, pharmacy } = chain;
  const journey = journeyOf(manufacturer, pharmacy);
  const expiry = parseLocalDate('2029-05-31');
  if (!expiry) throw new Error('a date');
  const steps: readonly (readonly [SentDocument['by'], Partial<ObjectEventInput>])[] = [
    [
      'manufacturer',
      {
        ...{ action: 'ADD', bizStep: 'commissioning', disposition: 'active', ...hereOf(manufacturer) },
        ...{ lotNumber: lot, itemExpirationDate: expiry },
      },
    ],
    ['manufacturer', { bizStep: 'shipping', disposition: 'in_transit', ...hereOf(manufacturer), ...journey }],
    ['pharmacy', { bizStep: 'receiving', disposition: 'in_progress', ...hereOf(pharmacy), ...journey }],
    ['pharmacy', { bizStep: 'dispensing', disposition: 'dispensed', ...hereOf(pharmacy) }],
  ];
  return steps.map(([by, said], step) => ({
    by,
    bytes: documentOf({
      ...{ action: 'OBSERVE', eventTime: momentOf(at + step * MINUTE_MS), epcList, ...said },
      ...{ eventTimeZoneOffset: offsetAt(at, 'UTC'), eventID: `urn:uuid:${crypto.randomUUID()}` },
    }),
  }));
}

function documentOf(input: ObjectEventInput): Uint8Array {
  const { '@context': context, ...event } = buildObjectEvent(input);
  const document = {
    '@context': context,
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: instantText(input.eventTime),
    epcisBody: { eventList: [event] },
  };
  return new TextEncoder().encode(JSON.stringify(document));
}

function placeOf({ location }: OrgScope): string {
  if (location === undefined) throw new Error('who speaks here has a place');
  return glnUri(location);
}

const hereOf = (scope: OrgScope): Partial<ObjectEventInput> =>
  scope.organisationRole === 'manufacturer'
    ? { readPoint: placeOf(scope) }
    : { readPoint: placeOf(scope), bizLocation: placeOf(scope) };

const journeyOf = (from: OrgScope, to: OrgScope): Partial<ObjectEventInput> => ({
  sourceList: [
    { type: 'possessing_party', id: partyUri(from.organisation) },
    { type: 'location', id: placeOf(from) },
  ],
  destinationList: [
    { type: 'possessing_party', id: partyUri(to.organisation) },
    { type: 'location', id: placeOf(to) },
  ],
});
