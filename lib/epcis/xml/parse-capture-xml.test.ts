import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../../kernel/vectors-in-tests.ts';
import type { EpcisEvent } from '../epcis-event.ts';
import { eventHashOf } from '../event-hash.ts';
import { parseCaptureDocument } from '../parse-capture-document.ts';
import { parseCaptureXml } from './parse-capture-xml.ts';

const ROOT = 'epcis/';
const read = (file: string): string => readFileSync(vectorPath(ROOT + file), 'utf8');

const files = haveVectors
  ? readdirSync(vectorPath(ROOT), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.xml'))
      .sort()
  : [];

/** Documents that hold no events to capture: requests, exceptions, jobs, master data. */
const NOT_EVENTS: Readonly<Record<string, string>> = {
  'fastnt/v1_2/CallbackRequests/QueryTooLargeRequest.xml': 'an exception told to a subscriber',
  'fastnt/v1_2/Queries/GetSubscriptionIDs.xml': 'a SOAP query',
  'fastnt/v1_2/Queries/GetVendorVersion.xml': 'a SOAP query',
  'fastnt/v1_2/Queries/InvalidQuery.xml': 'a SOAP query',
  'fastnt/v1_2/Queries/Unsubscribe.xml': 'a SOAP query',
  'gs1-epcis/xml-2.0/CaptureJob/Example-CaptureJobSuccess.xml': 'the state of a capture job',
  'gs1-epcis/xml-2.0/CaptureJob/Example-CaptureJobWithErrorFile.xml': 'the state of a capture job',
  'gs1-epcis/xml-2.0/Mimasu/Example-masterData.xml': 'a document of master data',
  'openepcis-test-resources/2.0/XML/Query/Queries/SimpleEventQuery.xml': 'a SOAP query',
};

/** Documents that their makers convert and the XSD refuses, each with the faults that are told. */
const NOT_VALID: Readonly<Record<string, readonly string[]>> = {
  // Words and identifiers that are no URIs, a sensor element without report, instance data with OBSERVE.
  'fastnt/v1_2/Events/ObjectEvent_Full.xml': [
    'epcis/value /errorDeclaration/reason',
    'epcis/uri /errorDeclaration/correctiveEventIDs/0',
    'epcis/uri /errorDeclaration/correctiveEventIDs/1',
    'epcis/value /sourceList/0/type',
    'epcis/uri /sourceList/0/source',
    'epcis/value /destinationList/0/type',
    'epcis/uri /destinationList/0/destination',
    'epcis/value /destinationList/1/type',
    'epcis/uri /destinationList/1/destination',
    'epcis/required /sensorElementList/0/sensorReport',
    'epcis/ilmd-without-add /ilmd',
  ],
  // An event in a wrapper without the document around it.
  'fastnt/v1_2/Events/TransformationEvent_Full.xml': ['epcis/document-type /type'],
  // A certificate that is no URI, and instance data of packs that were only seen.
  'openepcis-test-resources/1.2/XML/Capture/Documents/ObjectEvent_all_possible_fields.xml': [
    'epcis/uri /epcisBody/eventList/0/certificationInfo',
    'epcis/ilmd-without-add /epcisBody/eventList/0/ilmd',
  ],
  // A time without seconds.
  'openepcis-test-resources/1.2/XML/Capture/Documents/TransactionEvent_all_possible_fields.xml': [
    'epcis/date-time /epcisBody/eventList/0/errorDeclaration/declarationTime',
  ],
  'openepcis-test-resources/2.0/XML/Query/ObjectEventWithAllPossibleFields.xml': [
    'epcis/date-time /epcisBody/queryResults/resultsBody/eventList/0/errorDeclaration/declarationTime',
  ],
};

const isInvalid = (file: string): boolean => file.includes('/Invalid/');
const valid = files.filter((file) => !isInvalid(file) && !(file in NOT_EVENTS) && !(file in NOT_VALID));

function eventsOf(text: string): readonly EpcisEvent[] {
  const parsed = parseCaptureXml(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value.document.events;
}

const faultsOf = (text: string): readonly string[] => {
  const parsed = parseCaptureXml(text);
  return parsed.ok ? [] : parsed.error.map(({ code, path }) => `${code} ${path}`);
};

/** Kinds in the order they stand in, read without the code under test. */
const kindsIn = (text: string): readonly string[] =>
  [...text.replaceAll(/<!--.*?-->/gs, '').matchAll(/<(?:\w+:)?([A-Z][a-z]+Event)[\s>]/g)].map(
    (match) => match[1] ?? '',
  );

describe.skipIf(!haveVectors)(
  `XML published as valid is read, ${valid.length} documents${vectorsNote}`,
  () => {
    test.each(valid)('%s', (file) => {
      expect(eventsOf(read(file)).map(({ type }) => type)).toEqual(kindsIn(read(file)));
    });
  },
);

describe.skipIf(!haveVectors)(
  `not XML to capture, though EPCIS: ${Object.keys(NOT_EVENTS).length}, each with the reason${vectorsNote}`,
  () => {
    test.each(Object.entries(NOT_EVENTS))('%s is %s', (file) => {
      expect(faultsOf(read(file))[0]).toMatch(/^epcis\/(?:document-type|required) \//);
    });
  },
);

describe.skipIf(!haveVectors)(
  `not valid by GS1's XSD, though published as such: ${Object.keys(NOT_VALID).length}${vectorsNote}`,
  () => {
    test.each(Object.entries(NOT_VALID))('%s', (file, faults) => {
      expect(faultsOf(read(file))).toEqual(faults);
    });
  },
);

describe.skipIf(!haveVectors)(`XML published as invalid is refused, with the place${vectorsNote}`, () => {
  test.each(files.filter(isInvalid))('%s', (file) => {
    const faults = faultsOf(read(file));
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(fault).toMatch(/^epcis\/[a-z-]+ (?:\/|line )/);
  });
});

interface Expected {
  readonly files: readonly string[];
  readonly expected: { readonly 'CBV2.0'?: readonly string[] };
}

const HASHES = 'event-hash/';
const expectations = haveVectors
  ? readdirSync(vectorPath(`${ROOT}${HASHES}expected`))
      .filter((file) => file !== 'prehash-worked-examples.json')
      .flatMap((file) => {
        const { files: names, expected } = JSON.parse(read(`${HASHES}expected/${file}`)) as Expected;
        return names
          .filter(
            (name) => name.endsWith('.xml') && existsSync(vectorPath(`${ROOT}${HASHES}documents/${name}`)),
          )
          .flatMap((name) => (expected['CBV2.0'] ? [{ name, digests: expected['CBV2.0'] }] : []));
      })
  : [];

describe.skipIf(!haveVectors)(
  `the reference implementation's digests come out of XML too (${expectations.length} documents)${vectorsNote}`,
  () => {
    test.each(expectations)('$name', ({ name, digests }) => {
      expect(eventsOf(read(`${HASHES}documents/${name}`)).map(eventHashOf)).toEqual(digests);
    });
  },
);

const equal = files.filter((file) => file.startsWith(`${HASHES}expected-equal/`));

describe.skipIf(!haveVectors)(
  `events written differently have one hash (${equal.length} documents)${vectorsNote}`,
  () => {
    test.each(equal)('%s', (file) => {
      const hashes = eventsOf(read(file)).map(eventHashOf);
      expect(hashes.length).toBeGreaterThan(1);
      expect(new Set(hashes).size).toBe(1);
    });

    test("and so has the one event of GS1's group of files, in XML and JSON", () => {
      const group = files.filter((file) => file.includes('identical-hash-group/'));
      const json = parseCaptureDocument(
        JSON.parse(read('gs1-epcis/identical-hash-group/event_with_identical_hash_id_7.json')),
      );
      const hashes = [
        ...group.flatMap((file) => eventsOf(read(file))),
        ...(json.ok ? json.value.events : []),
      ];
      expect(hashes.length).toBe(4);
      expect(new Set(hashes.map(eventHashOf)).size).toBe(1);
    });
  },
);

/** Files of the same name in both forms. */
const pairs = files.flatMap((file) => {
  const json = file.replace('/XML/', '/JSON/').replace(/\.xml$/, '.json');
  return haveVectors &&
    json !== file &&
    existsSync(vectorPath(ROOT + json)) &&
    !(file in NOT_VALID) &&
    !(file in NOT_EVENTS)
    ? [[file, json] as const]
    : [];
});

/** Pairs whose two files do not tell the same events. */
const DIFFERENT = new Map([
  ['fastnt/v2_0/Events/ObjectEvent_StringCertificationInfo.xml', 'another event'],
  ['fastnt/v2_0/Requests/Request_ObjectEvent_WithMasterdata.xml', 'another event'],
  ['openepcis-converter-eg-hc/GS1_Eg_EPCIS_Document_1.xml', 'another event'],
  ['openepcis-test-resources/2.0/XML/Capture/Events/TransactionEvent.xml', 'an empty element more'],
]);

describe.skipIf(!haveVectors)(
  `one document in XML and JSON has one list of hashes (${pairs.length - DIFFERENT.size} pairs; not: ${[...DIFFERENT].map((pair) => pair.join(': ')).join('; ')})${vectorsNote}`,
  () => {
    test.each(pairs.filter(([file]) => !DIFFERENT.has(file)))('%s and %s', (file, json) => {
      const parsed = parseCaptureDocument(JSON.parse(read(json)));
      if (!parsed.ok && isInvalid(file)) return;
      expect(parsed.ok && parsed.value.events.map(eventHashOf)).toEqual(
        eventsOf(read(file)).map(eventHashOf),
      );
    });
  },
);
