import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseGtin } from '../gs1/gtin.ts';
import { ndcAgrees, ndcText } from '../gs1/ndc.ts';
import { gs1IdOf } from '../gs1/parse-gs1-id.ts';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import type { JsonObject } from './epcis-event.ts';
import { masterDataIn, masterDataText, ndcInMasterData } from './master-data.ts';
import { parseCaptureDocument } from './parse-capture-document.ts';
import { parseCaptureXml } from './xml/parse-capture-xml.ts';

const EXAMPLE = 'epcis/openepcis-test-resources/1.2/XML/Capture/Documents/GS1_US_Pharma_Example_2_2_1_1.xml';

describe.skipIf(!haveVectors)(`the header of GS1 US's exchange example${vectorsNote}`, () => {
  const read = haveVectors ? parseCaptureXml(readFileSync(vectorPath(EXAMPLE), 'utf8')) : undefined;
  const header = read?.ok ? read.value.document.header : undefined;
  const elements = masterDataIn(header);

  test('describes what it describes in XML, in that order', () => {
    const xml = readFileSync(vectorPath(EXAMPLE), 'utf8');
    const ids = [...xml.matchAll(/VocabularyElement id="([^"]+)"/g)].map((match) => match[1]);
    expect(elements.map(({ id }) => id)).toEqual(ids);
    expect(elements.map((element) => masterDataText(element, 'regulatedProductName')).slice(0, 3)).toEqual([
      ...['Epcistra', 'Epcistra'],
      undefined,
    ]);
  });

  test('gives each product its National Drug Code, which agrees with its GTIN', () => {
    const products = elements.filter(({ vocabulary }) => vocabulary.endsWith('EPCClass'));
    for (const product of products) {
      const ndc = ndcInMasterData(product);
      const gtin = parseGtin(gs1IdOf(product.id)?.key.value ?? '');
      expect(ndc && ndcText(ndc)).toBe('0001-0123-45');
      expect(ndc && gtin.ok && ndcAgrees(ndc, gtin.value)).toBe(true);
    }
  });

  test('names sender, receiver and its own number beside the header, which keeps the rest', () => {
    expect(read?.ok && read.value.json).toMatchObject({
      sender: 'urn:epc:id:sgln:030001.111111.0',
      receiver: 'urn:epc:id:sgln:039999.999999.0',
      instanceIdentifier: '1100220001',
    });
    expect(JSON.stringify(header)).toContain('"sbdh:Standard":"EPCglobal"');
    expect(JSON.stringify(header)).toContain('dscsaTransactionStatement');
  });

  test('comes back out of its JSON-LD as it was', () => {
    const again = parseCaptureDocument(read?.ok ? JSON.parse(JSON.stringify(read.value.json)) : undefined);
    expect(again.ok && masterDataIn(again.value.header)).toEqual(elements);
  });
});

const elementWith = (attributes: JsonObject): JsonObject => ({
  epcisMasterData: {
    vocabularyList: [
      {
        type: 'urn:epcglobal:epcis:vtype:EPCClass',
        vocabularyElementList: [
          {
            id: 'urn:epc:idpat:sgtin:9520001.012345.*',
            attributes: Object.entries(attributes).map(([id, attribute]) => ({ id, attribute })),
          },
        ],
      },
    ],
  },
});

describe('a National Drug Code in master data', () => {
  const MDA = 'urn:epcglobal:cbv:mda:additionalTradeItemIdentification';
  test.each([
    ['as it is printed', { [MDA]: '0001-0123-45', [`${MDA}TypeCode`]: 'US_FDA_NDC' }, '0001-0123-45'],
    [
      'under names of the web',
      {
        'https://ref.gs1.org/cbv/mda/additionalTradeItemIdentification': '12345-678-90',
        'https://ref.gs1.org/cbv/mda/additionalTradeItemIdentificationTypeCode': 'US_FDA_NDC',
      },
      '12345-678-90',
    ],
    ['without hyphens is none', { [MDA]: '0001012345', [`${MDA}TypeCode`]: 'US_FDA_NDC' }, undefined],
    ['of another type is none', { [MDA]: '0001-0123-45', [`${MDA}TypeCode`]: 'DE_PZN' }, undefined],
    ['without type is none', { [MDA]: '0001-0123-45' }, undefined],
  ])('%s', (_what, attributes, text) => {
    const [element] = masterDataIn(elementWith(attributes as JsonObject));
    const ndc = element && ndcInMasterData(element);
    expect(ndc && ndcText(ndc)).toBe(text);
  });

  test('no header has no master data', () => {
    expect(masterDataIn(undefined)).toEqual([]);
    expect(masterDataIn({})).toEqual([]);
  });
});
