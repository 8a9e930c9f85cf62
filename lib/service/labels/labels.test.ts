import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elementStringOf } from '../../gs1/element-string.ts';
import { parseGtin } from '../../gs1/gtin.ts';
import type { Label } from '../../gs1/labels/label.ts';
import { LABEL_FORMS, type LabelForm } from '../../gs1/labels/label-form.ts';
import { logisticLabel } from '../../gs1/labels/logistic-label.ts';
import { packLabel } from '../../gs1/labels/pack-label.ts';
import { type Lot, parseLot } from '../../gs1/lot.ts';
import { parsePackCode } from '../../gs1/pack-code.ts';
import { parseSerial, type Serial } from '../../gs1/serial.ts';
import { ssccAt } from '../../gs1/sscc-at.ts';
import { type LocalDate, parseLocalDate } from '../../kernel/local-date.ts';
import { haveVectors, vectorPath, vectorsNote } from '../../kernel/vectors-in-tests.ts';
import { drawLabel } from './label-drawing.ts';
import { ROLL_LABEL } from './label-sizes.ts';
import { openLabelWriter } from './open-label-writer.ts';
import { decodedFrom, PagePicture } from './page-picture-in-tests.ts';
import { pdfPages } from './pdf-page-in-tests.ts';
import { svgLabel } from './svg-label.ts';
import { haveZint, zintPng, zplPages } from './zpl-page-in-tests.ts';

/** True where a program answers to this. */
function installed(program: string, argument: string): boolean {
  try {
    execFileSync(program, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const gtin = (() => {
  const parsed = parseGtin('09506000134352');
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
})();
const day = (text: string): LocalDate => {
  const date = parseLocalDate(text);
  if (!date) throw new Error(text);
  return date;
};
const pack = (serial: string, lot: string, expiry = '2028-05-31'): Label =>
  packLabel({ gtin, serial: serial as Serial, lot: lot as Lot, expiry: day(expiry) });

const SET_82 = [...'!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'];
const value = fc
  .array(fc.constantFrom(...SET_82), { minLength: 1, maxLength: 20 })
  .map((all) => all.join(''));
const LONGEST = pack('(Zz%_"&<>\'=?*+,-./!', 'ABCDEFGHIJabcdefghij');
/** Of every length and with every character of set 82. */
const PACKS: readonly Label[] = [
  LONGEST,
  packLabel({ gtin, serial: 'ALONE' as Serial, lot: undefined, expiry: undefined }),
  ...fc
    .sample(fc.tuple(value, value), { numRuns: 40, seed: 20_261_120 })
    .map(([serial, lot]) => pack(serial, lot)),
];
const LOGISTIC: readonly Label[] = [0, 1, 9, 12_345, 999_999_999].map((n) =>
  logisticLabel(ssccAt('9521234', n)),
);

async function made(form: LabelForm, labels: readonly Label[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const writer = openLabelWriter(form, labels[0]?.kind ?? 'pack', (bytes) => pieces.push(bytes));
  for (const label of labels) writer.add(label);
  await writer.end();
  return Buffer.concat(pieces);
}

const expectedOf = (labels: readonly Label[], identifier: string) =>
  labels.map(({ elements }) => ({ text: elementStringOf(elements), identifier }));
const inAnyOrder = (all: readonly { readonly text: string }[]) =>
  all.toSorted((a, b) => (a.text < b.text ? -1 : 1));

test('a pack’s label says GTIN, serial, expiry, with its day in words, and batch', () => {
  const label = pack('SN0001', 'ABC123');
  expect(label.lines).toEqual([
    '(01) 09506000134352',
    '(21) SN0001',
    '(17) 280531  31 May 2028',
    '(10) ABC123',
  ]);
  expect(elementStringOf(label.elements)).toBe('010950600013435221SN0001\u001d1728053110ABC123');
});

test('whatever the serial and batch are, the scan page reads back the same pack', () => {
  fc.assert(
    fc.property(value, value, (serial, lot) => {
      const read = parsePackCode(elementStringOf(pack(serial, lot).elements), {
        thisYear: 2026,
        separatorsKept: true,
      });
      if (!read.ok) throw new Error(read.error.code);
      expect(read.value).toMatchObject({ gtin, serial, lot, expiry: { date: '2028-05-31' } });
    }),
  );
});

describe.each(['pdf-a4', 'pdf-letter', 'pdf-roll'] as const)('%s', (form) => {
  test('every pack’s symbol is read back by zxing from the filled areas, and its text stands beside it', async () => {
    const pages = pdfPages(await made(form, PACKS), 4);
    expect(pages).toHaveLength(form === 'pdf-roll' ? PACKS.length : 2);
    const read = [];
    for (const { picture } of pages) read.push(...(await decodedFrom(picture)));
    expect(inAnyOrder(read)).toEqual(inAnyOrder(expectedOf(PACKS, ']d2')));
    expect(pages.flatMap(({ texts }) => texts)).toEqual(PACKS.flatMap(({ lines }) => lines));
  });

  test('every logistic label is read back, and shows its SSCC', async () => {
    const pages = pdfPages(await made(form, LOGISTIC), 3);
    expect(pages).toHaveLength(form === 'pdf-roll' ? 5 : 2);
    const read = [];
    for (const { picture } of pages) read.push(...(await decodedFrom(picture)));
    expect(inAnyOrder(read)).toEqual(inAnyOrder(expectedOf(LOGISTIC, ']C1')));
    expect(pages.flatMap(({ texts }) => texts)).toEqual(LOGISTIC.flatMap(({ lines }) => ['SSCC', ...lines]));
  });
});

const havePoppler = installed('pdftoppm', '-v');

describe.skipIf(!havePoppler)(
  `rasterised by poppler${havePoppler ? '' : ' (skipped: pdftoppm is not installed)'}`,
  () => {
    test.each([
      ['pdf-a4', PACKS, ']d2'],
      ['pdf-letter', LOGISTIC, ']C1'],
      ['pdf-roll', PACKS.slice(0, 3), ']d2'],
    ] as const)('%s is read back at 300 dots per inch', async (form, labels, identifier) => {
      const folder = mkdtempSync(join(tmpdir(), 'vialog-labels-'));
      try {
        writeFileSync(join(folder, 'in.pdf'), await made(form, labels));
        execFileSync('pdftoppm', [
          '-r',
          '300',
          '-gray',
          '-png',
          join(folder, 'in.pdf'),
          join(folder, 'page'),
        ]);
        const read = [];
        for (let page = 1; page <= 4; page++) {
          try {
            read.push(...(await decodedFrom(readFileSync(join(folder, `page-${page}.png`)))));
          } catch {
            break;
          }
        }
        expect(inAnyOrder(read)).toEqual(inAnyOrder(expectedOf(labels, identifier)));
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  },
);

describe.each(['zpl-203', 'zpl-300', 'zpl-600'] as const)('%s', (form) => {
  test('a printer is told to draw the same texts', async () => {
    const pages = zplPages((await made(form, PACKS)).toString());
    expect(pages.map(({ symbols }) => symbols)).toEqual(
      PACKS.map(({ elements }) => [{ command: 'BX', text: elementStringOf(elements) }]),
    );
    expect(pages.map(({ texts }) => texts)).toEqual(PACKS.map(({ lines }) => lines));
    const logistic = zplPages((await made(form, LOGISTIC)).toString());
    expect(logistic.map(({ symbols }) => symbols)).toEqual(
      LOGISTIC.map(({ elements }) => [{ command: 'BC', text: elementStringOf(elements) }]),
    );
  });
});

describe.skipIf(!haveZint)(`zint${haveZint ? '' : ' (skipped: zint is not installed)'}`, () => {
  // zint's own linter takes no bracket inside a value of bracketed input.
  const plain = PACKS.filter(({ elements }) => elements.every((each) => !/[[\]()]/.test(each.value)));

  test('makes symbols of the same text that are read as ours are', async () => {
    expect(plain.length).toBeGreaterThan(5);
    for (const { elements } of plain) {
      const bracketed = elements.map((each) => `[${each.ai}]${each.value}`).join('');
      expect(await decodedFrom(zintPng('GS1_DATAMATRIX', bracketed))).toEqual([
        { text: elementStringOf(elements), identifier: ']d2' },
      ]);
    }
  });

  test('and bars of the same SSCC', async () => {
    for (const { elements } of LOGISTIC) {
      const bracketed = elements.map((each) => `[${each.ai}]${each.value}`).join('');
      expect(await decodedFrom(zintPng('GS1_128', bracketed))).toEqual([
        { text: elementStringOf(elements), identifier: ']C1' },
      ]);
    }
  });
});

interface ZintSymbol {
  readonly file: string;
  readonly kind: string;
  readonly expect: { readonly element_string?: string };
}
const zints: readonly ZintSymbol[] = haveVectors
  ? JSON.parse(readFileSync(vectorPath('epcis/symbols-zint/manifest.json'), 'utf8')).filter(
      ({ kind }: ZintSymbol) => kind === 'gs1-datamatrix',
    )
  : [];

describe.skipIf(!haveVectors)(`zint’s symbols of packs (${zints.length})${vectorsNote}`, () => {
  test.each(zints.map(({ file, expect: { element_string = '' } }) => [file, element_string] as const))(
    '%s and our label of what it says are read as the same pack',
    async (file, text) => {
      const options = { thisYear: 2026, separatorsKept: true };
      const said = parsePackCode(text, options);
      if (!said.ok) throw new Error(said.error.code);
      const { serial, lot, expiry } = said.value;
      const label = packLabel({ gtin: said.value.gtin, serial, lot, expiry: expiry?.date });
      const [page] = pdfPages(await made('pdf-roll', [label]), 5);
      const [ours] = page ? await decodedFrom(page.picture) : [];
      const [zint] = await decodedFrom(readFileSync(vectorPath(`epcis/symbols-zint/${file}`)));
      expect(parsePackCode(ours?.text ?? '', options)).toEqual(parsePackCode(zint?.text ?? '', options));
    },
  );
});

test('SVG files come in an archive with names that every system takes', async () => {
  const bytes = await made('svg', PACKS);
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  expect(bytes.readUInt16LE(end + 10)).toBe(PACKS.length);
  let at = bytes.readUInt32LE(end + 16);
  const names = new Set<string>();
  for (const { elements } of PACKS) {
    const length = bytes.readUInt16LE(at + 28);
    names.add(bytes.toString('latin1', at + 46, at + 46 + length).toLowerCase());
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26);
    const svg = bytes.toString('utf8', from, from + bytes.readUInt32LE(at + 20));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*<\/svg>\n$/);
    expect(svg).toContain(`(01) ${elements[0]?.value}`);
    at += 46 + length;
  }
  expect(names.size).toBe(PACKS.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9_=.-]+$/);
});

test('the symbol of an SVG file is read back', async () => {
  for (const [labels, identifier] of [
    [PACKS.slice(0, 5), ']d2'],
    [LOGISTIC, ']C1'],
  ] as const) {
    for (const label of labels) {
      const svg = svgLabel(drawLabel(label, ROLL_LABEL[label.kind]));
      const picture = new PagePicture(
        ROLL_LABEL[label.kind].widthMm * 12,
        ROLL_LABEL[label.kind].heightMm * 12,
      );
      for (const [, ...part] of svg.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z/g)) {
        const [x = 0, y = 0, width = 0, height = 0] = part.map((text) => Number(text) * 12);
        picture.fill(x, y, x + width, y + height);
      }
      expect(await decodedFrom(picture)).toEqual(expectedOf([label], identifier));
    }
  }
});

const haveUnzip = installed('unzip', '-v');

test.skipIf(!haveUnzip)(
  `unzip finds no fault in the archive${haveUnzip ? '' : ' (skipped: unzip is not installed)'}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vialog-labels-'));
    try {
      writeFileSync(join(folder, 'in.zip'), await made('svg', PACKS));
      const said = execFileSync('unzip', ['-t', join(folder, 'in.zip')]).toString();
      expect(said).toContain('No errors detected');
      expect(said.match(/ OK$/gm)).toHaveLength(PACKS.length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test('the same labels make the same file, in every form', async () => {
  for (const form of LABEL_FORMS) expect(await made(form, PACKS)).toEqual(await made(form, PACKS));
});

test('a label of nothing but a bracket and a quote is written so that no markup breaks', async () => {
  for (const text of ['(', '"<&>', "'"]) {
    const serial = parseSerial(text);
    const lot = parseLot(text);
    expect([serial.ok, lot.ok]).toEqual([true, true]);
    const [page] = pdfPages(await made('pdf-roll', [pack(text, text)]), 5);
    const read = page ? await decodedFrom(page.picture) : [];
    expect(read).toEqual(expectedOf([pack(text, text)], ']d2'));
  }
});
