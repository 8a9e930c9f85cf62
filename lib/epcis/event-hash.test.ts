import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { eventHashOf, preHashTextOf } from './event-hash.ts';
import { parseCaptureDocument } from './parse-capture-document.ts';

const FOLDER = 'epcis/event-hash/';

const readJson = (path: string): unknown => JSON.parse(readFileSync(vectorPath(path), 'utf8'));

interface Expected {
  readonly files: readonly string[];
  readonly expected: { readonly 'CBV2.0'?: readonly string[] };
}

function eventsOf(json: unknown): readonly EpcisEvent[] {
  const parsed = parseCaptureDocument(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value.events;
}

const expectations = haveVectors
  ? readdirSync(vectorPath(`${FOLDER}expected`))
      .filter((file) => file !== 'prehash-worked-examples.json')
      .flatMap((file) => {
        const { files, expected } = readJson(`${FOLDER}expected/${file}`) as Expected;
        return files
          .filter((name) => !name.endsWith('.xml') && existsSync(vectorPath(`${FOLDER}documents/${name}`)))
          .flatMap((name) => (expected['CBV2.0'] ? [{ name, digests: expected['CBV2.0'] }] : []));
      })
  : [];

describe.skipIf(!haveVectors)(
  `the reference implementation's digests come out (${expectations.length} documents)${vectorsNote}`,
  () => {
    test.each(expectations)('$name', ({ name, digests }) => {
      expect(eventsOf(readJson(`${FOLDER}documents/${name}`)).map(eventHashOf)).toEqual(digests);
    });
  },
);

interface WorkedExample {
  readonly document: string;
  readonly cbv: string;
  readonly prehash_lines: readonly string[];
  readonly sha256: string;
}

const worked = haveVectors
  ? (readJson(`${FOLDER}expected/prehash-worked-examples.json`) as readonly WorkedExample[]).filter(
      ({ cbv }) => cbv.startsWith('2.0'),
    )
  : [];

describe.skipIf(!haveVectors)(`the worked examples come out before hashing too${vectorsNote}`, () => {
  test.each(worked)('$document', ({ document, prehash_lines, sha256 }) => {
    const events = eventsOf(readJson(`${FOLDER}documents/${document}.jsonld`));
    expect(events.map(preHashTextOf)).toEqual([prehash_lines.join('')]);
    expect(events.map(eventHashOf)).toEqual([`ni:///sha-256;${sha256}?ver=CBV2.0`]);
    expect(createHash('sha256').update(prehash_lines.join('')).digest('hex')).toBe(sha256);
  });
});

/** The JSON document of GS1's group of files that all tell one event. */
const IDENTICAL = 'epcis/gs1-epcis/identical-hash-group/event_with_identical_hash_id_7.json';

describe.skipIf(!haveVectors)(`one event keeps its hash however it is spelled${vectorsNote}`, () => {
  const source = haveVectors ? readFileSync(vectorPath(IDENTICAL), 'utf8') : '';
  const hashOf = (text: string): string | undefined => eventsOf(JSON.parse(text)).map(eventHashOf)[0];
  const respelled: readonly (readonly [string, (text: string) => string])[] = [
    ['CBV words as bare words', (text) => text.replaceAll(/urn:epcglobal:cbv:[a-z]+:/g, '')],
    [
      'CBV words on the web',
      (text) => text.replaceAll('urn:epcglobal:cbv:disp:', 'https://ref.gs1.org/cbv/Disp-'),
    ],
    ['CBV words as compact names', (text) => text.replaceAll('urn:epcglobal:cbv:bizstep:', 'cbv:BizStep-')],
    ['a measurement type as a bare word', (text) => text.replace('gs1:Temperature', 'Temperature')],
    ['another prefix for the same namespace', (text) => text.replaceAll(/"ext1(?=[":])/g, '"other')],
    [
      'the same instant in UTC',
      (text) => text.replace('2005-04-04T20:33:31.116-06:00', '2005-04-05T02:33:31.1161Z'),
    ],
    ['numbers with other zeros', (text) => text.replaceAll('20.0', '2.00e1').replace('0.1,', '1e-1,')],
    ['numbers as texts in extensions', (text) => text.replaceAll('"ext1:int": 10', '"ext1:int": "+010.0"')],
    [
      'an SGTIN as a Digital Link',
      (text) =>
        text.replace(
          'urn:epc:id:sgtin:0614141.107346.2016',
          'https://example.com/01/10614141073464/21/2016?17=301231',
        ),
    ],
    [
      'a record time, an eventID and a comment',
      (text) =>
        text.replace(
          '"type": "ObjectEvent"',
          '"type": "ObjectEvent", "recordTime": "2026-01-01T00:00:00Z", "eventID": "urn:x:1", "rdfs:comment": "seen"',
        ),
    ],
    [
      'an error declaration and a certificate',
      (text) =>
        text.replace(
          '"type": "ObjectEvent"',
          '"type": "ObjectEvent", "certificationInfo": "urn:x:1", "errorDeclaration": {"declarationTime": "2026-01-01T00:00:00Z"}',
        ),
    ],
  ];
  test.each(respelled)('%s', (_what, respell) => {
    expect(respell(source)).not.toBe(source);
    expect(hashOf(respell(source))).toBe(hashOf(source));
  });

  const changed: readonly (readonly [string, (text: string) => string])[] = [
    [
      'the offset',
      (text) => text.replace('"eventTimeZoneOffset": "-06:00"', '"eventTimeZoneOffset": "-05:00"'),
    ],
    ['a millisecond', (text) => text.replace('31.116-06:00', '31.117-06:00')],
    ['a value of ilmd', (text) => text.replace('stringAsDefaultValue', 'another')],
    [
      'the namespace of extensions',
      (text) => text.replace('http://example.com/ext1', 'http://example.com/ext2'),
    ],
    [
      'an extension inside a sensor report',
      (text) =>
        text.replace('"ext1:someFurtherReportData": "someText"', '"ext1:someFurtherReportData": "text"'),
    ],
  ];
  test.each(changed)('but not with another value: %s', (_what, change) => {
    expect(change(source)).not.toBe(source);
    expect(hashOf(change(source))).not.toBe(hashOf(source));
  });
});

describe('rules of CBV 2.0 section 8.9.2 that the published documents do not show', () => {
  const preHash = (members: object): string => {
    const [event] = eventsOf({
      '@context': [{ ext: 'https://example.com/ns/' }],
      type: 'ObjectEvent',
      eventTime: '2026-11-20T08:00:00.9995Z',
      eventTimeZoneOffset: '+00:00',
      epcList: [],
      action: 'OBSERVE',
      ...members,
    });
    return event ? preHashTextOf(event) : '';
  };
  const HEAD =
    'eventType=ObjectEventeventTime=2026-11-20T08:00:01.000ZeventTimeZoneOffset=+00:00action=OBSERVE';

  test('milliseconds round up into the next second, and an empty list is not named', () => {
    expect(preHash({})).toBe(HEAD);
  });

  test('the type comes first, also where the document has it last', () => {
    const bizTransactionList = [{ bizTransaction: 'urn:x:1', type: 'po' }, { bizTransaction: 'urn:x:2' }];
    expect(preHash({ bizTransactionList })).toBe(
      `${HEAD}bizTransactionListbizTransaction=urn:x:2type=https://ref.gs1.org/cbv/BTT-pobizTransaction=urn:x:1`,
    );
  });

  test.each([
    ['0012', '12'],
    ['-0.50', '-0.5'],
    ['+3.', '3'],
    ['.5', '0.5'],
    ['1.5e3', '1500'],
    ['25E-4', '0.0025'],
    ['-0', '0'],
    ['12a', '12a'],
    ['.', '.'],
    ['1e99999', '1e99999'],
  ])('the number %s is written %s', (written, plain) => {
    expect(preHash({ 'ext:n': written })).toBe(`${HEAD}{https://example.com/ns/}n=${plain}`);
  });

  test('extensions sort by code point, which UTF-16 does not', () => {
    expect(preHash({ 'ext:n': ['\u{1f600}', '\uffff'] })).toBe(
      `${HEAD}{https://example.com/ns/}n=\uffff{https://example.com/ns/}n=\u{1f600}`,
    );
  });

  test('what was XML keeps its namespaces and its text beside children', () => {
    const element = { '@xmlns:a': 'urn:a', '#text': 'own', 'a:child': true, 'a:none': null };
    expect(preHash({ 'ext:n': element })).toBe(`${HEAD}{https://example.com/ns/}n=own{urn:a}child=true`);
  });
});

const LONG = '0'.repeat(1 << 20);

test('a number of a million digits is hashed like any other', () => {
  const [event] = eventsOf({
    '@context': ['https://ref.gs1.org/standards/epcis/epcis-context.jsonld', { ext: 'https://x.example/' }],
    type: 'ObjectEvent',
    action: 'OBSERVE',
    eventTime: '2026-01-01T00:00:00Z',
    eventTimeZoneOffset: '+00:00',
    epcList: ['https://id.gs1.org/01/09506000134352/21/1'],
    'ext:number': `0.${LONG}10`,
  });
  if (!event) throw new Error('there is an event');
  expect(preHashTextOf(event)).toContain(`number=0.${LONG}1`);
});
