import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { parseEpcFormat } from './epc-format.ts';
import { formatEpcs } from './format-epcs.ts';

/** Translations by GS1 Germany's normaliser; those with a note follow a convention of the event hash, not of links. */
const pairs = haveVectors
  ? readFileSync(vectorPath('epcis/digital-link/canonical_dl_normaliser.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { input: unknown; expected: string | null; note?: string })
      .flatMap(({ input, expected, note }) =>
        typeof input === 'string' && input.startsWith('urn:epc:') && note === undefined
          ? [{ input, expected }]
          : [],
      )
  : [];

describe.skipIf(!haveVectors)(
  `URNs are answered as Digital Links, and stay where they are none${vectorsNote}`,
  () => {
    test.each(pairs)('$input', ({ input, expected }) => {
      expect(formatEpcs({ epcList: [input] }, 'Always_GS1_Digital_Link')).toEqual({
        epcList: [expected ?? input],
      });
    });
  },
);

const EVENT = {
  type: 'ObjectEvent',
  eventID: 'urn:epc:id:sgtin:9520001.012345.1',
  epcList: [
    'urn:epc:id:sgtin:9520001.012345.1',
    'https://example.com/01/09520001123450/21/1?17=301231',
    'urn:x:1',
  ],
  quantityList: [{ epcClass: 'urn:epc:class:lgtin:9520001.012345.A', quantity: 2 }],
  readPoint: { id: 'urn:epc:id:sgln:9520001.00001.7', 'ext:note': 'urn:epc:id:sgtin:9520001.012345.1' },
  bizLocation: { id: 'urn:epc:id:sgln:9520001.00001.0' },
  sourceList: [{ type: 'possessing_party', source: 'urn:epc:id:pgln:9520001.00001' }],
  destinationList: [{ type: 'location', destination: 'geo:52,13' }],
};

test('objects, places and parties are translated; ids, extensions and what is no URN are not', () => {
  expect(formatEpcs(EVENT, 'Always_GS1_Digital_Link')).toEqual({
    ...EVENT,
    epcList: ['https://id.gs1.org/01/09520001123450/21/1', EVENT.epcList[1], 'urn:x:1'],
    quantityList: [{ epcClass: 'https://id.gs1.org/01/09520001123450/10/A', quantity: 2 }],
    readPoint: { ...EVENT.readPoint, id: 'https://id.gs1.org/414/9520001000010/254/7' },
    bizLocation: { id: 'https://id.gs1.org/414/9520001000010' },
    sourceList: [{ type: 'possessing_party', source: 'https://id.gs1.org/417/9520001000010' }],
  });
});

test.each(['Never_Translates', 'No_Preference', 'Always_EPC_URN'] as const)(
  '%s leaves an event as it is',
  (format) => {
    expect(formatEpcs(EVENT, format)).toEqual(EVENT);
  },
);

test('without the header the format is Digital Link, and a word of no meaning is none', () => {
  expect(parseEpcFormat(undefined)).toBe('Always_GS1_Digital_Link');
  expect(parseEpcFormat('Never_Translates')).toBe('Never_Translates');
  expect(parseEpcFormat('never_translates')).toBeUndefined();
});
