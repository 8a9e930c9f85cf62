import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import type { JsonObject } from './epcis-event.ts';
import { eventHashOf } from './event-hash.ts';
import { parseCaptureDocument } from './parse-capture-document.ts';
import type { StoredEvent } from './stored-event.ts';
import { writeEvent } from './write-event.ts';
import { writeQueryDocument } from './write-query-document.ts';

const NOW = Date.UTC(2026, 10, 20) as Instant;
const ROOT = 'epcis/';

const FOLDERS = [
  'gs1-epcis/json-2.0',
  'openepcis-test-resources/2.0/JSON/Capture/Documents',
  'openepcis-converter-eg-hc',
];

const files = haveVectors
  ? FOLDERS.flatMap((folder) =>
      readdirSync(vectorPath(ROOT + folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
      .filter((file) => /\.json(?:ld)?$/.test(file))
      .filter((file) => parseCaptureDocument(read(file)).ok)
      .sort()
  : [];

function read(file: string): unknown {
  return JSON.parse(readFileSync(vectorPath(ROOT + file), 'utf8'));
}

function eventsOf(json: unknown) {
  const parsed = parseCaptureDocument(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value.events;
}

const stored = ({ document, context, eventID }: ReturnType<typeof eventsOf>[number]): StoredEvent => ({
  document,
  context,
  eventID: eventID ?? 'urn:uuid:5a3c1c1e-5a6c-4d4f-9a54-3a1d1f4e8a01',
  recordTime: NOW,
});

/** An event without the members that the server answers for and the context, which moves to the document. */
function content(event: JsonObject): JsonObject {
  const { '@context': _context, recordTime: _recordTime, eventID: _eventID, ...members } = event;
  return members;
}

const rawEvents = (json: unknown): readonly JsonObject[] => {
  const body = (json as { epcisBody: JsonObject }).epcisBody;
  const results = body['queryResults'] as { resultsBody: { eventList: readonly JsonObject[] } } | undefined;
  return results ? results.resultsBody.eventList : (body['eventList'] as readonly JsonObject[]);
};

describe.skipIf(!haveVectors)(
  `what is captured comes back: nothing but contexts, eventID and recordTime differ${vectorsNote}`,
  () => {
    test.each(files)('%s', (file) => {
      const events = eventsOf(read(file));
      const answer = writeQueryDocument(events.map(stored), {
        creationDate: NOW,
        epcFormat: 'Never_Translates',
      });
      const again = eventsOf(JSON.parse(JSON.stringify(answer)));

      expect(again.map(({ document }) => content(document))).toEqual(rawEvents(read(file)).map(content));
      expect(again.map(eventHashOf)).toEqual(events.map(eventHashOf));
      expect(again.map(({ namespaces }) => namespaces)).toEqual(events.map(({ namespaces }) => namespaces));
      expect(again.map(({ document }) => document['recordTime'])).toEqual(
        events.map(() => '2026-11-20T00:00:00.000Z'),
      );
    });

    test.each(files)('%s, translated to Digital Links, is the same events by hash', (file) => {
      const events = eventsOf(read(file));
      const answer = writeQueryDocument(events.map(stored), {
        creationDate: NOW,
        epcFormat: 'Always_GS1_Digital_Link',
      });
      expect(eventsOf(answer).map(eventHashOf)).toEqual(events.map(eventHashOf));
    });
  },
);

describe('contexts of many events become one', () => {
  const event = (context: Json, members: object = {}) => {
    const [parsed] = eventsOf({
      '@context': context,
      type: 'ObjectEvent',
      eventTime: '2026-11-20T08:00:00Z',
      eventTimeZoneOffset: '+00:00',
      action: 'OBSERVE',
      epcList: ['urn:x:1'],
      ...members,
    });
    if (!parsed) throw new Error('no event');
    return stored(parsed);
  };
  const GS1 = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
  const answer = (...events: readonly StoredEvent[]) =>
    writeQueryDocument(events, { creationDate: NOW, epcFormat: 'Never_Translates' });

  test('terms are joined, and all addresses of the GS1 context are one', () => {
    const one = event([GS1, { a: 'urn:a:' }, { b: 'urn:b:' }], { 'a:x': 1 });
    const two = event([
      'https://gs1.github.io/EPCIS/epcis-context.jsonld',
      'https://example.com/c.jsonld',
      { a: 'urn:a:' },
    ]);
    expect(answer(one, two)['@context']).toEqual([
      GS1,
      'https://example.com/c.jsonld',
      { a: 'urn:a:', b: 'urn:b:' },
    ]);
  });

  test('an event whose prefix means something else keeps its own context', () => {
    const mine = event([GS1, { a: 'urn:a:' }], { 'a:x': 1 });
    const theirs = event([GS1, { a: 'urn:other:' }], { 'a:x': 1 });
    const document = answer(mine, theirs);
    expect(document['@context']).toEqual([GS1, { a: 'urn:a:' }]);
    const again = eventsOf(document);
    expect(again.map(({ namespaces }) => namespaces.get('a'))).toEqual(['urn:a:', 'urn:other:']);
    expect(again.map(eventHashOf)[0]).not.toBe(again.map(eventHashOf)[1]);
  });

  test('a context that rebinds its own prefix stays whole', () => {
    const rebound = event([{ a: 'urn:old:' }, { a: 'urn:new:' }], { 'a:x': 1 });
    expect(eventsOf(answer(rebound))[0]?.namespaces.get('a')).toBe('urn:new:');
  });

  test('no events make a document too', () => {
    expect(eventsOf(answer())).toEqual([]);
  });

  test('an event alone brings its context, its id and our record time', () => {
    const one = event([GS1, { a: 'urn:a:' }], { 'a:x': 1, recordTime: '1999-01-01T00:00:00Z' });
    const written = writeEvent(one);
    expect(written).toMatchObject({
      '@context': [GS1, { a: 'urn:a:' }],
      eventID: 'urn:uuid:5a3c1c1e-5a6c-4d4f-9a54-3a1d1f4e8a01',
      recordTime: '2026-11-20T00:00:00.000Z',
      'a:x': 1,
    });
    expect(eventsOf(written)).toHaveLength(1);
  });
});
