import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { parseEpcUrn } from './epc-urn.ts';
import { epcUrnOf } from './epc-urn-of.ts';
import { gs1IdOf } from './parse-gs1-id.ts';

/** Every EPC URN that stands anywhere in the test material. */
function urnsInVectors(): readonly string[] {
  if (!haveVectors) return [];
  const folder = vectorPath('epcis');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:json|jsonld|jsonl|xml)$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  const found = texts.flatMap((text) => text.match(/urn:epc:(?:id|class|idpat):[^\s"<>|,]+/g) ?? []);
  return [...new Set(found)].sort();
}

const urns = urnsInVectors().filter((urn) => parseEpcUrn(urn).ok);

/** A pattern names a product, whether its packs have serial numbers or unit identifiers. */
const oneClass = (urn: string): string => urn.replace('idpat:upui', 'idpat:sgtin');

/** Spellings that mean the same as another: an escape that is not needed or in small letters. */
const canonical = (urn: string): string => urn.replace(/%[0-9a-f]{2}/g, (escaped) => escaped.toUpperCase());

describe.skipIf(!haveVectors)(
  `an EPC URN comes back from its Digital Link by the length of its company prefix (${urns.length})${vectorsNote}`,
  () => {
    test.each(urns)('%s', (urn) => {
      const prefix = /^urn:epc:[a-z]+:[a-z]+:(\d+)\./.exec(urn)?.[1] ?? '';
      const id = gs1IdOf(urn);
      const again = id && epcUrnOf(id, prefix.length);
      expect(again?.ok && decodeURIComponent(again.value)).toBe(decodeURIComponent(canonical(oneClass(urn))));
      expect(again?.ok && gs1IdOf(again.value)).toEqual(id);
    });
  },
);

describe('every key has its scheme', () => {
  const rows: readonly (readonly [string, number, string])[] = [
    ['https://id.gs1.org/01/09520001234569/21/A%2FB', 7, 'urn:epc:id:sgtin:9520001.023456.A%2FB'],
    ['https://id.gs1.org/01/09520001234569', 7, 'urn:epc:idpat:sgtin:9520001.023456.*'],
    ['https://id.gs1.org/414/9520001234569', 9, 'urn:epc:id:sgln:952000123.456.0'],
    ['https://id.gs1.org/8010/9520001AB%23%2F/8011/12', 7, 'urn:epc:id:cpi:9520001.AB%23%2F.12'],
  ];
  test.each(rows)('%s with %i digits', (uri, length, urn) => {
    const id = gs1IdOf(uri);
    expect(id && epcUrnOf(id, length)).toEqual({ ok: true, value: urn });
  });

  test('and what has none is refused by its AI', () => {
    const model = { key: { ai: '8013', value: '9520001ABC' } };
    expect(epcUrnOf(model, 7)).toEqual({ ok: false, error: { code: 'epc/no-scheme', ai: '8013' } });
  });

  test.each([5, 13, 6.5, Number.NaN])('no company prefix has %d digits', (length) => {
    const id = { key: { ai: '01', value: '09520001234569' } };
    expect(epcUrnOf(id, length)).toMatchObject({ error: { code: 'epc/company-prefix-length' } });
  });
});
