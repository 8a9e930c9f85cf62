import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vectorsNote } from '../kernel/vectors-in-tests.ts';
import { parseEpcUrn } from './epc-urn.ts';
import { canonicalUriOf } from './gs1-id.ts';
import { hashIdentifierOf } from './hash-identifier.ts';
import { lgtinOf, locationGlnOf, objectKeyOf, partyGlnOf, sgtinOf } from './object-key.ts';
import { vectorLines } from './vector-lines-in-tests.ts';

type NormaliserVector = { input: unknown; expected: string | null; note?: string };
type TextVector = { input: string; expected: string | null; note?: string };

const all = vectorLines<NormaliserVector>('epcis/digital-link/canonical_dl_normaliser.jsonl');
const vectors = all.filter((vector): vector is TextVector => typeof vector.input === 'string');

/** In the older convention the link for the hash was the ordinary link; the digests of 2026 leave these literal. */
const withLiterals = (uri: string): string =>
  uri.replace(/%21|%27|%28|%29|%2A/g, (encoded) => decodeURIComponent(encoded));

describe.skipIf(all.length === 0)(
  `the reference normaliser: ${vectors.length} applicable, ${all.length - vectors.length} not (an input that is no text does not compile)${vectorsNote}`,
  () => {
    test.each(vectors.map((vector) => [vector.input, vector] as const))(
      'the event hash sees %s as the reference does',
      (input, { expected, note }) => {
        const want = expected ?? input;
        expect(hashIdentifierOf(input)).toBe(note ? withLiterals(want) : want);
      },
    );

    // The normaliser does not look at check digits; an object's key does, for a wrong one names nothing.
    const WRONG_CHECK_DIGIT = new Set(['http://example.de/01/040123451234/cpv/344/lot/ABD']);
    const LAX = new Set(['https://id.gs1.org/8003/03870585000552987']);

    test.each(vectors.map((vector) => [vector.input, vector.expected] as const))(
      'the key of %s is the canonical link',
      (input, expected) => {
        const wrong = WRONG_CHECK_DIGIT.has(input) || LAX.has(input);
        expect(objectKeyOf(input).uri).toBe(wrong ? input : (expected ?? input));
      },
    );
  },
);

describe('kinds of object', () => {
  test.each([
    ['urn:epc:id:sgtin:0614141.107346.2018', 'sgtin'],
    ['https://example.com/01/00614141073467/10/L1/21/2018?17=271231', 'sgtin'],
    ['urn:epc:class:lgtin:4012345.012345.998877', 'lgtin'],
    ['https://example.com/01/04012345123456/10/998877', 'lgtin'],
    ['urn:epc:id:sscc:0614141.1234567890', 'sscc'],
    ['urn:epc:id:grai:4012345.00022.334455', 'grai'],
    ['urn:epc:id:giai:4000001.111', 'giai'],
    ['urn:epc:idpat:sgtin:4012345.012345.*', 'other'],
    ['urn:epc:idpat:grai:4012345.99999.*', 'other'],
    ['https://id.gs1.org/01/04012345123456', 'other'],
    ['urn:epc:id:gdti:0614141.00001.1618034', 'other'],
    ['urn:uuid:ef56a3ff-6bc0-4b5f-a32b-3b8b2ef0b5ba', 'other'],
    ['x', 'other'],
  ])('%s is of kind %s', (uri, kind) => {
    expect(objectKeyOf(uri).kind).toBe(kind);
  });

  test('all spellings of one pack share one key', () => {
    const key = { kind: 'sgtin', uri: 'https://id.gs1.org/01/09506000134352/21/A%2FB' };
    for (const spelling of [
      'urn:epc:id:sgtin:9506000.013435.A%2FB',
      'urn:epc:id:sgtin:950600.0013435.A%2fB',
      'https://id.gs1.org/01/09506000134352/21/A%2FB',
      'HTTPS://Example.com/x/01/9506000134352/22/v/10/L/21/A%2fB?17=271231#top',
      'http://example.com/gtin/09506000134352/ser/%41%2F%42',
    ]) {
      expect(objectKeyOf(spelling)).toEqual(key);
    }
  });

  test('a fault in the query leaves the key alone', () => {
    expect(objectKeyOf('https://a/01/09506000134352/21/X?17=999999').kind).toBe('sgtin');
  });

  test('what is no sound GS1 identifier stays as received', () => {
    for (const uri of [
      'https://id.gs1.org/01/09506000134351/21/X',
      'https://id.gs1.org/01/09506000134352/21/X/21/Y',
      'https://id.gs1.org/01/09506000134352/21/',
      'urn:epc:id:sgtin:9506000.01343.X',
      'urn:epc:id:sgtin:9506000.013435.',
      'urn:epc:id:sgtin:9506000.013435.%G1',
      'urn:epc:idpat:sgtin:9506000.013435.X.*',
      'urn:epc:idpat:sgtin:9506000.*.*',
      'urn:epc:id:itip:4012345.011111.01.02',
      'urn:epc:id:__proto__:1',
      'urn:epc:id:toString:0614141.1',
      'https://id.gs1.org/constructor/1',
      '%',
      ' ',
    ]) {
      expect(objectKeyOf(uri)).toEqual({ kind: 'other', uri });
    }
  });

  test('never fails, and the key of a key is itself', () => {
    const anything = fc.oneof(
      fc.string({ minLength: 1, unit: 'binary' }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string({ minLength: 1 }).map((text) => `urn:epc:id:sgtin:${text}`),
      fc.string({ minLength: 1 }).map((text) => `https://id.gs1.org/01/${text}`),
    );
    fc.assert(
      fc.property(anything, (uri) => {
        const key = objectKeyOf(uri);
        expect(objectKeyOf(key.uri)).toEqual(key);
        expect(hashIdentifierOf(hashIdentifierOf(uri))).toBe(hashIdentifierOf(uri));
      }),
      { numRuns: 500 },
    );
  });
});

describe('EPC URNs', () => {
  // From the reference normaliser's documentation and the CBV: schemes its file of cases leaves out.
  test.each([
    ['urn:epc:id:sgtin:415056789012.0.987654', 'https://id.gs1.org/01/04150567890128/21/987654'],
    ['urn:epc:id:grai:4012345.00022.334455', 'https://id.gs1.org/8003/04012345000221334455'],
    ['urn:epc:id:gsrn:4012345.0000006765', 'https://id.gs1.org/8018/401234500000067657'],
    ['urn:epc:id:gdti:4012345.00009.PO-4711', 'https://id.gs1.org/253/4012345000092PO-4711'],
    ['urn:epc:id:gdti:987659999999..9', 'https://id.gs1.org/253/98765999999929'],
    ['urn:epc:id:gsin:4012345.222333444', 'https://id.gs1.org/402/40123452223334442'],
    ['urn:epc:id:itip:4012345.011111.01.02.987', 'https://id.gs1.org/8006/040123451111180102/21/987'],
    ['urn:epc:idpat:itip:4012345.012345.01.02.*', 'https://id.gs1.org/8006/040123451234560102'],
    ['urn:epc:idpat:gdti:4012345.11111.*', 'https://id.gs1.org/253/4012345111118'],
    ['urn:epc:idpat:sgcn:4012345.22222.*', 'https://id.gs1.org/255/4012345222227'],
    ['urn:epc:id:sgln:4012345.00005.0', 'https://id.gs1.org/414/4012345000054'],
    ['urn:epc:class:lgtin:4012345.012345.Lot987', 'https://id.gs1.org/01/04012345123456/10/Lot987'],
  ])('%s is %s', (urn, uri) => {
    const id = parseEpcUrn(urn);
    expect(id.ok && canonicalUriOf(id.value)).toBe(uri);
  });

  test.each([
    ['urn:epc:id:gid:1.2.3', 'epc/unknown-scheme', 11],
    ['urn:epc:class:sgtin:0614141.107346.1', 'epc/unknown-scheme', 14],
    ['urn:epc:id:sgtin:06141.107346.2018', 'epc/company-prefix', 17],
    ['urn:epc:id:sgtin:0614141', 'epc/reference', 24],
    ['urn:epc:id:sgtin:0614141.10734x.2018', 'epc/reference', 25],
    ['urn:epc:id:sgtin:0614141.10734.2018', 'epc/length', 25],
    ['urn:epc:id:sgtin:0614141.107346', 'epc/serial', 31],
    ['urn:epc:id:sgtin:0614141.107346.123456789012345678901', 'epc/serial', 32],
    ['urn:epc:id:sgtin:0614141.107346.A%zz', 'epc/escape', 33],
    ['urn:epc:idpat:sscc:0614141.1234567890', 'epc/serial', 37],
    ['urn:epc:idpat:itip:4012345.012345.01.02zz', 'epc/serial', 34],
    ['urn:epc:tag:sgtin-96:1.2.3', 'epc/not-an-epc-urn', 0],
  ])('%s: %s at %i', (urn, code, at) => {
    expect(parseEpcUrn(urn)).toMatchObject({ ok: false, error: { code, at } });
  });
});

describe('what a URI names', () => {
  test('a pack', () => {
    expect(sgtinOf('urn:epc:id:sgtin:9506000.013435.SN%2F1')).toEqual({
      gtin: '09506000134352',
      serial: 'SN/1',
    });
    expect(sgtinOf('urn:epc:class:lgtin:9506000.013435.L')).toBeUndefined();
    expect(sgtinOf('https://a/01/09506000134352/235/X')).toBeUndefined();
  });

  test('a batch', () => {
    expect(lgtinOf('https://a/01/09506000134352/10/L1')).toEqual({ gtin: '09506000134352', lot: 'L1' });
    expect(lgtinOf('https://a/01/09506000134352/10/L1/21/S')).toBeUndefined();
  });

  test('a place and a party', () => {
    expect(locationGlnOf('urn:epc:id:sgln:4012345.00005.122')).toBe('4012345000054');
    expect(locationGlnOf('https://example.org/414/4012345000054/254/12')).toBe('4012345000054');
    expect(locationGlnOf('urn:epc:id:pgln:4000001.00000')).toBeUndefined();
    expect(partyGlnOf('urn:epc:id:pgln:4000001.00000')).toBe('4000001000005');
    expect(partyGlnOf('https://example.org/417/4000001000005')).toBe('4000001000005');
    expect(partyGlnOf('urn:epc:id:sgln:4012345.00005.0')).toBe('4012345000054');
    expect(partyGlnOf('https://example.org/417/4000001000004')).toBeUndefined();
  });
});
