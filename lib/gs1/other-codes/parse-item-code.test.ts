import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../../kernel/vectors-in-tests.ts';
import { type ItemCode, isSerialised } from './item-code.ts';
import { parseItemCode } from './parse-item-code.ts';

const YEAR = 2026;
const GS = '\u001d';
const RS = '\u001e';
const EOT = '\u0004';

function read(text: string): ItemCode {
  const item = parseItemCode(text, YEAR);
  if (!item.ok) throw new Error(JSON.stringify(item.error));
  return item.value;
}

const faultOf = (text: string) => {
  const item = parseItemCode(text, YEAR);
  return item.ok ? undefined : `${item.error.code} ${item.error.at}`;
};

/** IFA's own example of a PPN: the PZN 12345678 under the agency 11, and its check digits. */
const PPN = '111234567842';
const macro06 = (...fields: readonly string[]): string => `[)>${RS}06${GS}${fields.join(GS)}${RS}${EOT}`;

describe('a German pack in an envelope of format 06', () => {
  const pack = macro06(`9N${PPN}`, '1T12345ABCD', 'D270600', 'S12345ABCDEF98765');

  test('says product, batch, expiry and serial number, and its PZN is not made a GTIN', () => {
    expect(read(pack)).toEqual({
      system: 'ifa',
      product: PPN,
      serial: '12345ABCDEF98765',
      lot: '12345ABCD',
      expiry: '2027-06-30',
      nationalNumbers: [{ ai: '710', country: 'DE', name: 'PZN', number: '12345678', sound: true }],
    });
  });

  test('with a GTIN and a day of manufacture beside it', () => {
    expect(read(macro06(`9N${PPN}`, '8P04150123456782', '16D20260131'))).toMatchObject({
      gtin: '04150123456782',
      produced: '2026-01-31',
    });
  });

  test('behind an AIM prefix, and without the trailer that some scanners drop', () => {
    expect(read(`]d1${pack}`)).toEqual(read(pack));
    expect(read(pack.slice(0, -1))).toEqual(read(pack));
    expect(read(pack.slice(0, -2))).toEqual(read(pack));
  });

  test.each([
    ['one wrong digit', macro06('9N111234567843'), 'ppn/check 19'],
    ['two digits exchanged', macro06('9N111234568742'), 'ppn/check 19'],
    ['a PPN too short', macro06('9N11'), 'ppn/shape 9'],
    ['no product', macro06('S1'), 'item/no-product 9'],
    ['a product twice', macro06(`9N${PPN}`, `9N${PPN}`), 'iso-15434/field 22'],
    ['a field nobody knows', macro06(`9N${PPN}`, 'XX1'), 'iso-15434/field 22'],
    ['a month that is not', macro06(`9N${PPN}`, 'D271300'), 'expiry/month 25'],
    ['a GTIN with a wrong check digit', macro06(`9N${PPN}`, '8P04150123456783'), 'gtin/check-digit 37'],
    ['a day of manufacture that is not', macro06(`9N${PPN}`, '16D20260230'), 'item/date 25'],
    ['another format', `[)>${RS}12${GS}1PABC${RS}${EOT}`, 'iso-15434/format 4'],
    ['no separator behind the format', `[)>${RS}06X9N${PPN}`, 'iso-15434/envelope 4'],
    ['separators lost', `[)>069N${PPN}1T12345`, 'iso-15434/envelope 0'],
    ['two envelopes in one', `${pack.slice(0, -1)}06${GS}S2${RS}${EOT}`, 'iso-15434/envelope 59'],
  ])('is refused at the place: %s', (_what, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });
});

test('GS1 data in an envelope of format 05 are GS1 data', () => {
  const elements = `010950600013435210ABC${GS}21XYZ`;
  expect(read(`[)>${RS}05${GS}${elements}${RS}${EOT}`)).toEqual(read(`]d2${elements}`));
  expect(faultOf(`[)>${RS}05${GS}0109506000134353${RS}${EOT}`)).toBe('element/value 22');
});

describe('a Health Industry Bar Code', () => {
  test.each([
    // The primary symbol of ANSI/HIBC 2.6.
    ['+A123BJC5D6E71G', { product: 'A123BJC5D6E7' }],
    // HIBCC's example of concatenated data, with the check characters that zint and a validator of others compute.
    ['+A99912345/$$52001510X33', { product: 'A9991234', lot: '10X3', expiry: '2020-01-15' }],
    [
      '+A99912345/$$52001510X3/16D20111212/S77DEFG457',
      {
        product: 'A9991234',
        lot: '10X3',
        serial: '77DEFG45',
        expiry: '2020-01-15',
        produced: '2011-12-12',
      },
    ],
    [
      '+A99912345/$$90999910X3/$$+320011577DEFG45/16D20111212D',
      {
        product: 'A9991234',
        quantity: 9999,
        lot: '10X3',
        serial: '77DEFG45',
        expiry: '2020-01-15',
        produced: '2011-12-12',
      },
    ],
    // The form of a UDI that the FDA publishes, with the check character mended.
    [
      '+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ456789012345678/16D20130202H',
      {
        product: 'H123PARTNO123456789012',
        lot: 'LOT123456789012345',
        serial: 'XYZ456789012345678',
        expiry: '2020-02-02',
        produced: '2013-02-02',
      },
    ],
  ])('%s', (text, item) => {
    expect(read(text)).toEqual({ system: 'hibc', ...item, nationalNumbers: [] });
  });

  test.each([
    '+A99912345/$$52001510X3/16D20111212/S77DEFG45Z',
    '+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ456789012345678/16D20130202C',
  ])('%s has a check character that does not match', (text) => {
    expect(faultOf(text)).toBe(`hibc/check ${text.length - 1}`);
  });

  const VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';
  const checked = (body: string): string =>
    body + VALUES[[...body].reduce((sum, character) => sum + VALUES.indexOf(character), 0) % 43];

  test.each([
    ['$LOT7', { lot: 'LOT7' }],
    ['$+SER7', { serial: 'SER7' }],
    ['$', {}],
    ['$$0928LOT7', { lot: 'LOT7', expiry: '2028-09-30' }],
    ['$$2093028LOT7', { lot: 'LOT7', expiry: '2028-09-30' }],
    ['$$3280229LOT7', { lot: 'LOT7', expiry: '2028-02-29' }],
    ['$$528366LOT7', { lot: 'LOT7', expiry: '2028-12-31' }],
    ['$$62800112LOT7', { lot: 'LOT7', expiry: '2028-01-01' }],
    ['$$7LOT7', { lot: 'LOT7' }],
    ['$$82430928LOT7', 'date'],
    ['$$8243280229LOT7', { quantity: 24, lot: 'LOT7', expiry: '2028-02-29' }],
    ['$$9001003280229LOT7', { quantity: 100, lot: 'LOT7', expiry: '2028-02-29' }],
    ['$$+3280229SER7', { serial: 'SER7', expiry: '2028-02-29' }],
    ['28060LOT7', { lot: 'LOT7', expiry: '2028-02-29' }],
    ['Q12', { quantity: 12 }],
    ['14D20280229', { expiry: '2028-02-29' }],
    ['$$527366LOT7', 'date'],
    ['$$3270229LOT7', 'date'],
    ['$$31302', 'date'],
    ['Z9', 'shape'],
  ])('with %s behind the product', (field, said) => {
    const text = checked(`+A123BJC5D6E71/${field}`);
    if (typeof said === 'string') expect(faultOf(text)).toMatch(/^(?:hibc\/shape|item\/date) /);
    else
      expect(read(text)).toEqual({ system: 'hibc', product: 'A123BJC5D6E7', ...said, nationalNumbers: [] });
  });

  test('a secondary symbol alone names no product', () => {
    expect(faultOf(checked('+$$3280229LOT7'))).toBe('hibc/secondary-alone 1');
    expect(faultOf(checked('+28060LOT7G'))).toBe('hibc/secondary-alone 1');
  });

  test.each([
    ['+A123BJC5D6E71H', 'hibc/check 14'],
    ['+a123bjc5d6e71g', 'hibc/shape 1'],
    ['+', 'hibc/shape 1'],
    [checked('+1234BJC1'), 'hibc/shape 1'],
  ])('%s is refused', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });
});

describe('an ISBT 128 message', () => {
  // The form of a UDI of a device of human origin that ICCBBA published with the FDA.
  const DEVICE = '=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123';

  test('of a device says all there is', () => {
    expect(read(DEVICE)).toEqual({
      system: 'isbt-128',
      product: 'A9999XYZ100T0944',
      serial: 'A99971312345600-000025',
      lot: 'XYZ123',
      expiry: '2014-02-01',
      produced: '2013-02-01',
      nationalNumbers: [],
    });
  });

  test('of a blood component names donation and product', () => {
    expect(read('=G15171345678600=%5100=<E0791V00&>0281232359')).toMatchObject({
      product: 'E0791V00',
      serial: 'G15171345678600',
      expiry: '2028-05-02',
    });
  });

  test('of a blood bag names the container and its lot', () => {
    expect(read('=)1TE123456A&)RZ12345678')).toMatchObject({ product: '1TE123456A', lot: 'RZ12345678' });
  });

  test.each([
    ['a structure nobody knows', '=<E0791V00=!ABC', 'isbt/structure 10'],
    ['one cut short', '=<E0791', 'isbt/structure 0'],
    ['no product', '=A99971312345600', 'item/no-product 16'],
    ['a day that is not', '=<E0791V00=>026366', 'item/date 12'],
    ['a century that is not', '=<E0791V00=>526001', 'item/date 12'],
  ])('is refused at the place: %s', (_what, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });
});

describe('the code of the shelf', () => {
  test.each([
    [']E02112345678900', '02112345678900'],
    [']E402345673', '00000002345673'],
    [']E02112345678900|]e099COMPOSITE', '02112345678900'],
    ['9506000134352', '09506000134352'],
    ['02345673', '00000002345673'],
  ])('%s is a product and no pack', (text, gtin) => {
    const item = read(text);
    expect(item).toEqual({ system: 'retail', product: gtin, gtin, nationalNumbers: [] });
    expect(isSerialised(item)).toBe(false);
  });

  test('a wrong check digit is refused at the place', () => {
    expect(faultOf(']E02112345678901')).toBe('gtin/check-digit 15');
    expect(faultOf('9506000134353')).toBe('gtin/check-digit 12');
  });
});

type Symbol = {
  file: string;
  kind: string;
  expect: { symbology_identifier: string; element_string?: string; text?: string };
};
const symbols: readonly Symbol[] = haveVectors
  ? JSON.parse(readFileSync(vectorPath('epcis/symbols-zint/manifest.json'), 'utf8'))
  : [];
const sent = ({ expect: want }: Symbol): string =>
  want.symbology_identifier + (want.element_string ?? want.text ?? '');

describe.skipIf(!haveVectors)(`what scanners send for zint's symbols${vectorsNote}`, () => {
  const products = symbols.filter((symbol) => /^\](?:d2|C1|Q3)01|^\]Q1https|^\]E0/.test(sent(symbol)));
  const others = symbols.filter((symbol) => !products.includes(symbol));

  test.each(products.map((symbol) => [symbol.file, symbol] as const))(
    '%s names a product',
    (_file, symbol) => {
      expect(read(sent(symbol)).gtin).toMatch(/^\d{14}$/);
    },
  );

  test.each(others.map((symbol) => [symbol.file, symbol] as const))('%s names none', (_file, symbol) => {
    expect(faultOf(sent(symbol))).toMatch(/^(?:item\/no-product|element\/not-gs1-symbol) /);
  });
});

test('a batch alone, and a national number, are told', () => {
  expect(read('(01)09506000134352(10)L7(17)271231(714)1234567')).toEqual({
    system: 'gs1',
    product: '09506000134352',
    gtin: '09506000134352',
    lot: 'L7',
    expiry: '2027-12-31',
    nationalNumbers: [{ ai: '714', country: 'PT', name: 'AIM', number: '1234567', sound: true }],
  });
});

test('no text breaks the reader, and every fault points into it', () => {
  const seeds = [
    macro06(`9N${PPN}`, '1TA', 'D270600', 'S1'),
    '+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ456789012345678/16D20130202C',
    '=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123',
    `]d20109506000134352172712311 0ABC${GS}21XYZ`,
    'https://id.gs1.org/01/09506000134352/10/A/21/B?17=271231',
    ...symbols.map(sent),
  ];
  const mutated = fc
    .tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat(6), fc.string({ maxLength: 6, unit: 'binary' }))
    .map(([seed, at, drop, put]) => {
      const from = at % (seed.length + 1);
      return seed.slice(0, from) + put + seed.slice(from + drop);
    });
  fc.assert(
    fc.property(mutated, (text) => {
      const item = parseItemCode(text, YEAR);
      if (!item.ok) expect(item.error.at).toBeLessThanOrEqual(text.length);
      else expect(item.value.product).not.toBe('');
    }),
    { seed: 20_261_120, numRuns: 2_000 },
  );
});
