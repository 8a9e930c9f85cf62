import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { parseCaptureDocument } from './parse-capture-document.ts';

const ROOT = 'epcis/';

const VALID = [
  'gs1-epcis/json-2.0',
  'gs1-epcis/json-schema-test',
  'gs1-epcis/identical-hash-group',
  'event-hash/documents',
  'openepcis-converter-eg-hc',
  'openepcis-test-resources/2.0/JSON/Capture/Documents',
  'openepcis-test-resources/2.0/JSON/Capture/Events',
  'openepcis-test-resources/2.0/JSON/Query',
  'fastnt/v2_0',
];

/** Some of the files begin with a byte order mark, which is the transport's to drop. */
const read = (file: string): unknown =>
  JSON.parse(readFileSync(vectorPath(ROOT + file), 'utf8').replace(/^\ufeff/, ''));

function filesIn(folder: string): readonly string[] {
  if (!haveVectors) return [];
  return readdirSync(vectorPath(ROOT + folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.json(?:ld)?$/.test(file) && !file.includes('/Queries/'))
    .filter((file) => statSync(vectorPath(ROOT + file)).isFile())
    .sort();
}

/** The kinds of event in a document, read without the code under test. */
const kindsIn = (json: unknown): readonly string[] =>
  [...JSON.stringify(json).matchAll(/"type":"([A-Za-z]+Event)"/g)].map((match) => match[1] ?? '');

/** Documents that their makers take and GS1's schema does not, with the places. */
const NOT_VALID: Readonly<Record<string, readonly string[]>> = {
  // A certificate, dispositions and a sensor element with words that no vocabulary and no URI has.
  'fastnt/v2_0/Requests/Request_ObjectEvent_WithMasterdata.json': [
    'epcis/uri /epcisBody/eventList/0/certificationInfo',
    'epcis/unknown-field /epcisBody/eventList/0/sensorElementList/0/type',
    'epcis/value /epcisBody/eventList/0/persistentDisposition/set/1',
    'epcis/value /epcisBody/eventList/0/persistentDisposition/set/2',
  ],
};

const valid = VALID.flatMap(filesIn).filter((file) => !(file in NOT_VALID));

describe.skipIf(!haveVectors)(
  `documents published as valid are accepted (${valid.length})${vectorsNote}`,
  () => {
    test.each(valid)('%s', (file) => {
      const json = read(file);
      const parsed = parseCaptureDocument(json);
      expect(parsed).toMatchObject({ ok: true });
      expect(parsed.ok && parsed.value.events.map(({ type }) => type)).toEqual(kindsIn(json));
    });
  },
);

describe.skipIf(!haveVectors)(
  `not valid by GS1's schema, though published as such: ${Object.keys(NOT_VALID).length}${vectorsNote}`,
  () => {
    test.each(Object.entries(NOT_VALID))('%s', (file, faults) => {
      expect(faultsOf(read(file))).toEqual(faults);
    });
  },
);

const invalid = filesIn('openepcis-test-resources/2.0/JSON/Capture/Invalid');

describe.skipIf(!haveVectors)(
  `documents published as invalid are refused, with the place${vectorsNote}`,
  () => {
    test.each(invalid)('%s', (file) => {
      const parsed = parseCaptureDocument(read(file));
      const faults = parsed.ok ? [] : parsed.error;
      expect(faults.length).toBeGreaterThan(0);
      for (const fault of faults) expect(fault.path).toMatch(/^\//);
    });
  },
);

/** JSON of the material that is no EPCIS document; other tests read what is of use. */
const OTHER_JSON: Readonly<Record<string, string>> = {
  'dscsa-exceptions/': 'exception messages of the HDA',
  'event-hash/expected/': 'expected digests',
  'gs1-epcis/spec/': 'schemas and the context',
  'openepcis-test-resources/2.0/JSON/Query/Queries/': 'definitions of queries',
  'symbols-zint/': 'a list of pictures',
};

test.runIf(haveVectors)(
  `every other JSON file of the material is named with its reason (${Object.entries(OTHER_JSON)
    .map((pair) => pair.join(': '))
    .join('; ')})${vectorsNote}`,
  () => {
    const told = new Set([...valid, ...Object.keys(NOT_VALID), ...invalid]);
    const untold = filesIn('')
      .map((file) => file.replace(/^\//, ''))
      .filter(
        (file) => !told.has(file) && !Object.keys(OTHER_JSON).some((folder) => file.startsWith(folder)),
      );
    expect(untold).toEqual([]);
  },
);

const EVENT = {
  type: 'ObjectEvent',
  eventTime: '2026-11-20T08:00:00+01:00',
  eventTimeZoneOffset: '+01:00',
  action: 'OBSERVE',
  epcList: ['https://id.gs1.org/01/09520001234569/21/1'],
};

const DOCUMENT = {
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-11-20T08:00:00Z',
  epcisBody: { eventList: [EVENT] },
};

const faultsOf = (json: unknown): readonly string[] => {
  const parsed = parseCaptureDocument(json);
  return parsed.ok ? [] : parsed.error.map(({ code, path }) => `${code} ${path}`);
};

describe('a document that is not in order is refused at the place', () => {
  const header = (epcisMasterData: unknown) => ({ ...DOCUMENT, epcisHeader: { epcisMasterData } });
  const { schemaVersion: _version, ...withoutVersion } = DOCUMENT;
  const rows: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['nothing', undefined, ['epcis/not-json ', 'epcis/not-an-object ']],
    ['a list', [DOCUMENT], ['epcis/not-an-object ']],
    ['no type', {}, ['epcis/required /type']],
    ['another type', { type: 'Collection' }, ['epcis/document-type /type']],
    ['no schemaVersion', withoutVersion, ['epcis/required /schemaVersion']],
    ['a version in words', { ...DOCUMENT, schemaVersion: 'two' }, ['epcis/version /schemaVersion']],
    ['an unprefixed field', { ...DOCUMENT, note: 1 }, ['epcis/unknown-field /note']],
    ['no body', { ...DOCUMENT, epcisBody: {} }, ['epcis/required /epcisBody/eventList']],
    [
      'an event that is text',
      { ...DOCUMENT, epcisBody: { eventList: ['x'] } },
      ['epcis/not-an-object /epcisBody/eventList/0'],
    ],
    ['a context that is a number', { ...DOCUMENT, '@context': 1 }, ['epcis/context /@context']],
    [
      'a context twice',
      { ...DOCUMENT, '@context': [{ a: 'b' }, { a: 'b' }] },
      ['epcis/duplicate /@context/1'],
    ],
    [
      'a vocabulary without type',
      header({ vocabularyList: [{ vocabularyElementList: [{ id: 'x' }] }] }),
      [
        'epcis/required /epcisHeader/epcisMasterData/vocabularyList/0/type',
        'epcis/uri /epcisHeader/epcisMasterData/vocabularyList/0/vocabularyElementList/0/id',
      ],
    ],
    [
      'an attribute that is true',
      header({
        vocabularyList: [
          {
            type: 'urn:x:y',
            vocabularyElementList: [{ id: 'urn:x:y', attributes: [{ id: 'a:b', attribute: true }] }],
          },
        ],
      }),
      [
        'epcis/value /epcisHeader/epcisMasterData/vocabularyList/0/vocabularyElementList/0/attributes/0/attribute',
      ],
    ],
    [
      'a second event at fault',
      { ...DOCUMENT, epcisBody: { eventList: [EVENT, { ...EVENT, action: 'MOVE' }] } },
      ['epcis/value /epcisBody/eventList/1/action'],
    ],
    [
      'a query document without its name',
      {
        '@context': [],
        type: 'EPCISQueryDocument',
        epcisBody: { queryResults: { resultsBody: { eventList: [] } } },
      },
      ['epcis/required /epcisBody/queryResults/queryName'],
    ],
    ['an event without context', EVENT, ['epcis/required /@context']],
    [
      "an event of somebody else's kind",
      { ...EVENT, '@context': [], type: 'https://example.com/FireEvent' },
      ['epcis/kind-not-supported /type'],
    ],
  ];
  test.each(rows)('%s', (_what, json, faults) => {
    expect(faultsOf(json)).toEqual(faults);
  });

  test('and the document they were made from is accepted', () => {
    expect(faultsOf(DOCUMENT)).toEqual([]);
    expect(faultsOf({ ...EVENT, '@context': [] })).toEqual([]);
  });
});

test('no document makes more than a hundred faults, however long it is', () => {
  const eventList = Array.from({ length: 100_000 }, () => ({ type: 'ObjectEvent' }));
  expect(faultsOf({ ...DOCUMENT, epcisBody: { eventList } })).toHaveLength(100);
});

test('a time without a time zone in the header is refused', () => {
  expect(faultsOf({ ...DOCUMENT, creationDate: '2026-11-20T08:00:00' })).toEqual([
    'epcis/date-time /creationDate',
  ]);
});
