import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { contentDigestOf } from './content-digest.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { eventHashOf } from './event-hash.ts';
import { objectsNamed } from './objects-named.ts';
import { parseCaptureDocument } from './parse-capture-document.ts';
import type { StoredEvent } from './stored-event.ts';
import { writeQueryDocument } from './write-query-document.ts';
import { parseCaptureXml } from './xml/parse-capture-xml.ts';
import { writeQueryDocumentXml } from './xml/write-query-document-xml.ts';

const NOW = Date.UTC(2026, 10, 20) as Instant;

const corpus: readonly Json[] = haveVectors
  ? readdirSync(vectorPath('epcis'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:json|jsonld)$/.test(file) && !/spec|dscsa|symbols|expected\//.test(file))
      .map((file) => JSON.parse(readFileSync(vectorPath(`epcis/${file}`), 'utf8').replace(/^\ufeff/, '')))
  : [];

type Place = { readonly holder: Record<string, Json> | Json[]; readonly key: string | number };

/** Every member and item of a document, wherever it stands. */
function placesIn(json: Json): readonly Place[] {
  if (typeof json !== 'object' || json === null) return [];
  const holder = json as Place['holder'];
  const keys = Array.isArray(holder) ? [...holder.keys()] : Object.keys(holder);
  return keys.flatMap((key): readonly Place[] => [
    { holder, key },
    ...placesIn((holder as Record<string | number, Json>)[key] ?? null),
  ]);
}

/** The document with one place changed. */
function changed(document: Json, at: number, put: Json, doubles: boolean): Json {
  const copy = structuredClone(document);
  const places = placesIn(copy);
  const place = places[at % places.length];
  if (!place) return copy;
  const holder = place.holder as Record<string | number, Json>;
  if (doubles && Array.isArray(place.holder)) place.holder.push(holder[place.key] ?? null);
  else holder[place.key] = put;
  return copy;
}

const ODD: readonly Json[] = [
  ...[
    null,
    true,
    0,
    -1.5,
    1e308,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '{}',
    'urn:x:1',
    'urn:epc:id:sgtin:0614141.107346.1',
  ],
  ...[
    '2026-02-29T00:00:00Z',
    '2026-11-20T08:00:00.123456789+14:00',
    'https://id.gs1.org/01/1',
    'ADD',
    'shipping',
  ],
  ...[[], {}, [[]], [null], { id: 'urn:x:1' }, { '@context': [] }, { type: 'ObjectEvent' }],
  JSON.parse('{"__proto__": {"a": 1}, "constructor": "x", "#text": "t", "@xmlns:a": "urn:a"}'),
];

const stored = (event: EpcisEvent): StoredEvent => ({
  document: event.document,
  context: event.context,
  eventID: event.eventID ?? 'urn:x:given',
  recordTime: NOW,
});

/** What is done with every event that is accepted must be possible with every event that is accepted. */
function everyUseOf(events: readonly EpcisEvent[]): void {
  const hashes = events.map(eventHashOf);
  for (const event of events) {
    expect(contentDigestOf(event)).toHaveLength(32);
    expect(objectsNamed(event).epcs.every((epc) => typeof epc === 'string')).toBe(true);
  }
  const options = { creationDate: NOW, epcFormat: 'Never_Translates' } as const;
  const written = writeQueryDocument(events.map(stored), options);
  const again = parseCaptureDocument(JSON.parse(JSON.stringify(written)));
  expect(again.ok && again.value.events.map(eventHashOf)).toEqual(hashes);
  const xml = writeQueryDocumentXml(events.map(stored), { ...options, version: '2.0', cbv: 'urn' });
  const back = xml.ok ? parseCaptureXml(xml.value) : undefined;
  if (back) expect(back.ok && back.value.document.events.map(eventHashOf)).toEqual(hashes);
}

describe.skipIf(!haveVectors)(`published documents with one place changed${vectorsNote}`, () => {
  const documents = fc
    .tuple(
      fc.constantFrom(...corpus),
      fc.nat(),
      fc.oneof(fc.constantFrom(...ODD), fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>),
      fc.boolean(),
    )
    .map(([document, at, put, doubles]) => changed(document, at, put, doubles));

  test('are refused with places, or accepted, and then hashed, answered in JSON and XML, and read again', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const parsed = parseCaptureDocument(document);
        if (parsed.ok) everyUseOf(parsed.value.events);
        else for (const { path } of parsed.error) expect(path).toMatch(/^(?:\/|$)/);
      }),
      { seed: 20_261_120, numRuns: 2_000 },
    );
  });
});
