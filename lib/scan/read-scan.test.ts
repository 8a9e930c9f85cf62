import { describe, expect, test } from 'vitest';
import { readScan, type ScanOptions } from './read-scan.ts';

const GS = '\u001d';
const PACK = `01095060001343521727123110ABC123${GS}21SN0001`;
const WEDGE: ScanOptions = { source: 'wedge', thisYear: 2026 };
const CAMERA: ScanOptions = { source: 'camera', thisYear: 2026 };
const MANUAL: ScanOptions = { source: 'manual', thisYear: 2026 };

const pack = {
  gtin: '09506000134352',
  serial: 'SN0001',
  lot: 'ABC123',
  expiry: { printed: '271231', date: '2027-12-31' },
};

describe('a sound pack is read', () => {
  test.each([
    ['with its symbology identifier', `]d2${PACK}`, WEDGE],
    ['without it', PACK, WEDGE],
    ['with the identifier apart', PACK, { ...CAMERA, symbologyIdentifier: ']d2' }],
    ['with FNC1 sent as a leading separator', GS + PACK, WEDGE],
    ['with a line end the scanner adds', `${PACK}\r\n`, WEDGE],
    ['with a separator at the end', `${PACK}${GS}`, WEDGE],
    ['from a GS1 QR code', `]Q3${PACK}`, WEDGE],
    ['typed with brackets', ' (01)09506000134352(17)271231(10)ABC123(21)SN0001 ', MANUAL],
    ['from a Digital Link', ']Q1https://example.org/01/09506000134352/10/ABC123/21/SN0001?17=271231', WEDGE],
    [
      'from a Digital Link without identifier',
      'https://a.example/01/9506000134352/10/ABC123/21/SN0001?17=271231',
      CAMERA,
    ],
  ])('%s', (_, text, options) => {
    expect(readScan(text, options)).toMatchObject({ ok: true, value: { kind: 'pack', pack } });
  });

  test('day 00 is the last day of the month', () => {
    const read = readScan(`01095060046615641728020010L0T${GS}21S1`, WEDGE);
    expect(read).toMatchObject({
      value: { pack: { expiry: { printed: '280200', date: '2028-02-29' } } },
    });
  });

  test('letters keep their case and zeros their place', () => {
    expect(readScan(`]d2010950600013435221000aB${GS}10l0t`, WEDGE)).toMatchObject({
      value: { pack: { serial: '000aB', lot: 'l0t' } },
    });
  });
});

describe('other GS1 data is handed on', () => {
  test.each([
    ['a pallet label', ']C100009506005724629331', ['00']],
    ['a case of one batch', ']C101095060042629381727123110A67HF0', ['01', '17', '10']],
    ['a product link', 'https://example.org/01/09506000134352', ['01']],
  ])('%s', (_, text, ais) => {
    const read = readScan(text, WEDGE);
    expect(read.ok && read.value.kind).toBe('other');
    expect(read.ok && read.value.elements.map(({ ai }) => ai)).toEqual(ais);
  });
});

describe('a separator that came as something else', () => {
  test.each(['{GS}', '<GS>', '^', '|', '~', '{1D}', '^]', '\\x1d', '\u241d', ' ', '{gs}'])(
    '%s is named',
    (found) => {
      const text = PACK.replace(GS, found);
      expect(readScan(text, WEDGE)).toEqual({
        ok: false,
        error: {
          code: 'scan/separator-replaced',
          found,
          at: 32,
          length: found.length,
          read: text,
          cure: { do: 'set-scanner', setting: 'send-group-separator' },
        },
      });
    },
  );

  test('is found behind the symbology identifier too', () => {
    expect(readScan(`]d2${PACK.replace(GS, '{GS}')}`, WEDGE)).toMatchObject({ error: { at: 35 } });
  });
});

describe('a separator that did not come', () => {
  test('is reported where the serial number may begin inside the batch', () => {
    expect(readScan(PACK.replace(GS, ''), WEDGE)).toMatchObject({
      error: {
        code: 'scan/separator-lost',
        swallowed: '21',
        at: 32,
        cure: { do: 'set-scanner', setting: 'send-group-separator' },
      },
    });
  });

  test('is reported where the batch may begin inside the serial number', () => {
    expect(readScan('01095060001343521727123121SN000110ABC123', WEDGE)).toMatchObject({
      error: { code: 'scan/separator-lost', swallowed: '10', at: 32 },
    });
  });

  test('is reported where a value runs past its greatest length', () => {
    expect(readScan('01095060001343521727123110ABC12345678921SN000123456789', WEDGE)).toMatchObject({
      error: { code: 'scan/separator-lost', at: 46 },
    });
  });

  test('is not suspected where none is needed', () => {
    expect(readScan('01095060001343521727123121SN0001', WEDGE).ok).toBe(true);
    expect(readScan(`0109506000134352${'10AB'}${GS}17271231${'21SN1021'}`, WEDGE).ok).toBe(true);
  });

  test('is not suspected where a camera delivered the text', () => {
    expect(readScan('01095060001343521727123121SN000110ABC123', CAMERA)).toMatchObject({
      value: { pack: { serial: 'SN000110ABC123' } },
    });
  });
});

describe('the wrong symbol is named', () => {
  test.each([
    ['a plain Data Matrix', ']d101095060038328281727123110KQ3AD5', 'scan/not-gs1-symbol'],
    ['a plain Code 128', ']C00109506003832828', 'scan/not-gs1-symbol'],
    ['a plain QR code', ']Q1hello', 'scan/not-gs1-symbol'],
    ['an EAN-13', ']E09506003640492', 'scan/product-only'],
    ['an EAN-13 without identifier', '9506003640492', 'scan/product-only'],
    ['an ITF-14', ']I109506000134352', 'scan/product-only'],
    ['a web address', ']Q1https://example.org/leaflet', 'scan/web-address'],
    [
      'a damaged PPN',
      '[)>\u001e06\u001d9N110375286415\u001d1TABC\u001dD271200\u001e\u0004',
      'scan/format-06',
    ],
  ])('%s', (_, text, code) => {
    expect(readScan(text, WEDGE)).toMatchObject({
      error: { code, read: text, cure: { do: 'scan-the-datamatrix' } },
    });
  });

  test('with the product where one was read', () => {
    expect(readScan(']E09506003640492', WEDGE)).toMatchObject({ error: { gtin: '09506003640492', at: 3 } });
  });

  test('by the decoder, not only by the text', () => {
    expect(
      readScan('01095060038328281727123110KQ3AD5', { ...CAMERA, symbologyIdentifier: ']d1' }),
    ).toMatchObject({
      error: { code: 'scan/not-gs1-symbol', identifier: ']d1' },
    });
  });
});

describe('a sound code of another system is told by its name', () => {
  test.each([
    [
      'IFA',
      '[)>\u001e06\u001d9N110375286414\u001d1TABC\u001dD271231\u001dSX1\u001e\u0004',
      'ifa',
      '110375286414',
    ],
    // The first example of the HIBC supplier labeling standard.
    ['HIBC', '+A123BJC5D6E71G', 'hibc', undefined],
  ])('%s', (_, text, system, product) => {
    expect(readScan(text, CAMERA)).toMatchObject({
      error: {
        code: 'scan/other-system',
        system,
        ...(product ? { product } : {}),
        cure: { do: 'scan-the-datamatrix' },
      },
    });
  });
});

describe('other faults', () => {
  test('exchanged case is seen by the identifier', () => {
    for (const identifier of [']D2', ']c1', ']q3', ']j1']) {
      expect(readScan(`${identifier}${PACK.toLowerCase()}`, WEDGE)).toMatchObject({
        error: { code: 'scan/letter-case', identifier, at: 0, length: 3, cure: { setting: 'letter-case' } },
      });
    }
  });

  test('nothing read', () => {
    expect(readScan('', WEDGE)).toMatchObject({ error: { code: 'scan/empty', cure: { do: 'scan-again' } } });
    expect(readScan(']d2\r', WEDGE)).toMatchObject({ error: { code: 'scan/empty' } });
    expect(readScan('  ', MANUAL)).toMatchObject({ error: { code: 'scan/empty', cure: { do: 'retype' } } });
  });

  test('a faulty value is pointed at in the text as received', () => {
    expect(readScan('  (01)09506000134351(21)A', MANUAL)).toEqual({
      ok: false,
      error: {
        code: 'scan/data',
        fault: { code: 'element/value', ai: '01', rule: 'check-digit', at: 17, length: 1 },
        at: 19,
        length: 1,
        read: '  (01)09506000134351(21)A',
        cure: { do: 'retype' },
      },
    });
  });

  test('a wrong code that a camera read was printed so', () => {
    expect(readScan(`]d2010950600013435121S1${GS}`, CAMERA)).toMatchObject({
      error: { code: 'scan/data', cure: { do: 'set-aside' } },
    });
  });
});
