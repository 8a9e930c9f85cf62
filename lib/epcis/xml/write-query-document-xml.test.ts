import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Instant } from '../../kernel/instant.ts';
import { haveVectors, vectorPath, vectorsNote } from '../../kernel/vectors-in-tests.ts';
import type { EpcisEvent, JsonObject } from '../epcis-event.ts';
import { eventHashOf } from '../event-hash.ts';
import { parseCaptureDocument } from '../parse-capture-document.ts';
import { parseEvent } from '../parse-event.ts';
import type { StoredEvent } from '../stored-event.ts';
import { parseCaptureXml } from './parse-capture-xml.ts';
import { writeQueryDocumentXml } from './write-query-document-xml.ts';
import type { XmlVersion } from './xml-speech.ts';
import { xsdFaults } from './xsd-in-tests.ts';

const NOW = Date.UTC(2026, 10, 20) as Instant;
const ROOT = 'epcis/';
const GIVEN = 'urn:uuid:5a3c1c1e-5a6c-4d4f-9a54-3a1d1f4e8a01';

function readEvents(file: string): readonly EpcisEvent[] {
  const text = readFileSync(vectorPath(ROOT + file), 'utf8').replace(/^\ufeff/, '');
  if (file.endsWith('.xml')) {
    const read = parseCaptureXml(text);
    return read.ok ? read.value.document.events : [];
  }
  const read = parseCaptureDocument(JSON.parse(text));
  return read.ok ? read.value.events : [];
}

const sources = (
  haveVectors ? readdirSync(vectorPath(ROOT), { recursive: true, encoding: 'utf8' }).sort() : []
)
  .filter(
    (file) => /\.(?:jsonld|json|xml)$/.test(file) && !/spec|dscsa|expected\/|Invalid|symbols/.test(file),
  )
  .map((file) => ({ file, events: readEvents(file) }))
  .filter(({ events }) => events.length > 0);

const stored = ({ document, context, eventID }: EpcisEvent): StoredEvent => ({
  document,
  context,
  eventID: eventID ?? GIVEN,
  recordTime: NOW,
});

const written = (events: readonly EpcisEvent[], version: XmlVersion, cbv: 'urn' | 'web' = 'urn') =>
  writeQueryDocumentXml(events.map(stored), {
    version,
    cbv,
    creationDate: NOW,
    epcFormat: 'Never_Translates',
  });

function readBack(xml: string): readonly EpcisEvent[] {
  const read = parseCaptureXml(xml);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.document.events;
}

describe.skipIf(!haveVectors)(
  `published documents come back as XML 2.0 (${sources.length}), valid by GS1's schema and the same by hash${vectorsNote}`,
  () => {
    const faults = haveVectors ? xsdFaults('2.0') : () => [];

    test.each(sources.map(({ file, events }) => [file, events] as const))('%s', (_file, events) => {
      const xml = written(events, '2.0');
      if (!xml.ok) throw new Error(JSON.stringify(xml.error));
      expect(faults(xml.value)).toEqual([]);
      expect(readBack(xml.value).map(eventHashOf)).toEqual(events.map(eventHashOf));
    });

    test.each(sources.map(({ file, events }) => [file, events] as const))(
      '%s, written twice, is the same text',
      (_file, events) => {
        const once = written(events, '2.0');
        const again = once.ok ? written(readBack(once.value), '2.0') : once;
        expect(again).toEqual(once);
      },
    );

    test.each(sources.map(({ file, events }) => [file, events] as const))(
      '%s, with words of the web, is the same by hash',
      (_file, events) => {
        const xml = written(events, '2.0', 'web');
        expect(xml.ok && readBack(xml.value).map(eventHashOf)).toEqual(events.map(eventHashOf));
      },
    );
  },
);

/** Fields that version 1.2 has no place for. */
const LATER = /^\/eventList\/\d+\/(?:type|sensorElementList|persistentDisposition|certificationInfo)$/;

describe.skipIf(!haveVectors)(
  `and as XML 1.2, valid by its schema, or are refused by the field it has no place for${vectorsNote}`,
  () => {
    const faults = haveVectors ? xsdFaults('1.2') : () => [];

    test.each(sources.map(({ file, events }) => [file, events] as const))('%s', (_file, events) => {
      const xml = written(events, '1.2');
      if (!xml.ok) {
        expect(xml.error.path).toMatch(LATER);
        return;
      }
      expect(faults(xml.value)).toEqual([]);
      expect(readBack(xml.value).map(eventHashOf)).toEqual(events.map(eventHashOf));
    });
  },
);

const eventWith = (members: object): EpcisEvent => {
  const parsed = parseEvent(
    {
      '@context': [
        'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
        { ext: 'https://example.com/' },
      ],
      type: 'ObjectEvent',
      eventTime: '2026-11-20T08:00:00Z',
      eventTimeZoneOffset: '+00:00',
      epcList: ['urn:epc:id:sgtin:9521234.012345.1'],
      action: 'OBSERVE',
      ...members,
    },
    undefined,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

describe('values keep what they are', () => {
  test.each([
    ['a number', { 'ext:a': 1.5 }],
    ['a truth value', { 'ext:a': false }],
    ['a text that looks like a number', { 'ext:a': '1.50' }],
    ['blanks', { 'ext:a': '  two  ' }],
    ['signs of XML', { 'ext:a': '<a href="x">&amp;</a>\r\n' }],
    ['an empty text', { 'ext:a': '' }],
    ['a list of several kinds', { 'ext:a': ['1', 2, true, { 'ext:b': 'c' }] }],
    ['an object in an object', { 'ext:a': { 'ext:b': { plain: 'c' } } }],
    ['several certificates of one', { certificationInfo: 'https://example.com/c' }],
    ['a unit without quantity', { quantityList: [{ epcClass: 'urn:x:1', uom: 'KGM' }] }],
    ['a very small quantity', { quantityList: [{ epcClass: 'urn:x:1', quantity: 1e-7, uom: 'KGM' }] }],
    ['an extension in a place', { readPoint: { id: 'urn:x:1', 'ext:room': '7' } }],
    [
      'an extension in a sensor report',
      { sensorElementList: [{ sensorReport: [{ type: 'Mass', value: 1, 'ext:a': 'x' }] }] },
    ],
  ])('%s', (_what, members) => {
    const xml = written([eventWith(members)], '2.0');
    if (!xml.ok) throw new Error(JSON.stringify(xml.error));
    const [back] = readBack(xml.value);
    expect(back?.document).toMatchObject(members);
  });
});

describe('what XML cannot say is refused by name', () => {
  const rows: readonly (readonly [string, XmlVersion, JsonObject, string])[] = [
    ['two certificates', '2.0', { certificationInfo: ['urn:x:1', 'urn:x:2'] }, '/certificationInfo'],
    ['a list in a list', '2.0', { 'ext:a': [['1']] }, '/ext:a'],
    ['a control character', '2.0', { 'ext:a': '\u0007' }, '/ext:a'],
    ['a name that is none', '2.0', { 'ext:1a': 'x' }, '/ext:1a'],
    ['the URI of a name', '2.0', { 'https://example.com/a': 'x' }, '/https:~1~1example.com~1a'],
    [
      'an object in an attribute',
      '2.0',
      { sensorElementList: [{ sensorReport: [{ type: 'Mass', 'ext:a': {} }] }] },
      '/sensorElementList/0/sensorReport/0/ext:a',
    ],
    ['a certificate', '1.2', { certificationInfo: 'urn:x:1' }, '/certificationInfo'],
    [
      'a persistent disposition',
      '1.2',
      { persistentDisposition: { set: ['damaged'] } },
      '/persistentDisposition',
    ],
    [
      'sensor data',
      '1.2',
      { sensorElementList: [{ sensorReport: [{ type: 'Mass', value: 1 }] }] },
      '/sensorElementList',
    ],
  ];
  test.each(rows)('%s, in version %s', (_what, version, members, path) => {
    expect(written([eventWith(members)], version)).toMatchObject({
      ok: false,
      error: { code: 'epcis/not-in-xml', version, path: `/eventList/0${path}` },
    });
  });
});

test('an answer names its query and subscription', () => {
  const xml = writeQueryDocumentXml([], {
    version: '2.0',
    cbv: 'urn',
    creationDate: NOW,
    epcFormat: 'Never_Translates',
    queryName: 'mine & yours',
    subscriptionID: 's<1>',
  });
  const read = xml.ok ? parseCaptureXml(xml.value) : undefined;
  expect(read?.ok && read.value.json['epcisBody']).toEqual({
    queryResults: { queryName: 'mine & yours', subscriptionID: 's<1>', resultsBody: { eventList: [] } },
  });
});
