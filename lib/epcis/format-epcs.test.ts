import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { parseEpcFormat } from './epc-format.ts';
import { formatEpcs, prefixDigitsIn } from './format-epcs.ts';

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

test.each(['Never_Translates', 'No_Preference'] as const)('%s leaves an event as it is', (format) => {
  expect(formatEpcs(EVENT, format, () => 7)).toEqual(EVENT);
});

const BOND = {
  type: 'AggregationEvent',
  parentID: 'https://id.gs1.org/00/095200010000000010',
  childEPCs: ['https://id.gs1.org/01/09520001123450/21/A%2FB'],
  childQuantityList: [{ epcClass: 'https://example.com/01/09520001123450/10/L' }],
  inputEPCList: ['https://id.gs1.org/8003/09520001000010A'],
  readPoint: { id: 'https://id.gs1.org/414/9520001000010' },
};

test('links of every field become URNs by the length of their company prefix', () => {
  const lengths = new Map([
    ['9520001', 7],
    ['952000', 6],
  ]);
  const registered = (digits: string) => lengths.get(digits.slice(0, 7));
  expect(formatEpcs(BOND, 'Always_EPC_URN', registered)).toEqual({
    ...BOND,
    parentID: 'urn:epc:id:sscc:9520001.0000000001',
    childEPCs: ['urn:epc:id:sgtin:9520001.012345.A%2FB'],
    childQuantityList: [{ epcClass: 'urn:epc:class:lgtin:9520001.012345.L' }],
    inputEPCList: ['urn:epc:id:grai:9520001.00001.A'],
    readPoint: { id: 'urn:epc:id:sgln:9520001.00001.0' },
  });
});

test('and come back as the same links', () => {
  const urns = formatEpcs(BOND, 'Always_EPC_URN', () => 7);
  const links = { ...BOND, childQuantityList: [{ epcClass: 'https://id.gs1.org/01/09520001123450/10/L' }] };
  expect(formatEpcs(urns, 'Always_GS1_Digital_Link')).toEqual(links);
});

test('a prefix that nobody registered leaves the link as it is', () => {
  expect(formatEpcs(BOND, 'Always_EPC_URN')).toEqual(BOND);
});

test('the digits to ask a register for are known before', () => {
  const asked = ['9520001000010', '9520001000010A', '9520001123450', '95200010000000010'];
  expect([...prefixDigitsIn([BOND, EVENT])].sort()).toEqual(asked.sort());
});

test('without the header the format is Digital Link, and a word of no meaning is none', () => {
  expect(parseEpcFormat(undefined)).toBe('Always_GS1_Digital_Link');
  expect(parseEpcFormat('Never_Translates')).toBe('Never_Translates');
  expect(parseEpcFormat('never_translates')).toBeUndefined();
});
