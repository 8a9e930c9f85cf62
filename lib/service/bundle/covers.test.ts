import { expect, test } from 'vitest';
import { bundleFileInTests, bundleInTests } from '../../evidence/bundle/bundle-in-tests.ts';
import { verifyBundle } from '../../evidence/bundle/verify-bundle.ts';
import { type BundleCover, bundleCover } from './cover-lines.ts';
import { htmlCover } from './html-cover.ts';
import { pdfCover } from './pdf-cover.ts';
import { qrSymbol } from './qr-symbol.ts';

function cover(finding: object | null = null): BundleCover {
  const file = bundleFileInTests({ ...bundleInTests(), finding: finding as never });
  const verified = verifyBundle(file);
  if (!verified.ok) throw new Error(verified.error.code);
  return bundleCover(verified.value, 'https://vialog.example');
}

test('the cover says what the bundle is about, under which head, and where it is checked', () => {
  const { title, check, facts, entries } = cover();
  expect(title).toBe('Evidence about pack 09506000134352, serial SN0001');
  expect(check).toBe('https://vialog.example/verify-bundle');
  expect(Object.fromEntries(facts)).toMatchObject({
    Witnesses: '2 of 2: w1, w2',
    Log: 'vialog.example/log, 14 entries',
  });
  expect(entries[0]).toContain('1 erased');
});

test('nothing that a bundle says becomes markup of the page', () => {
  const html = htmlCover(cover({ title: '<script>alert(1)</script>', observed: '"&\'' }));
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).not.toContain('<script');
  expect(html).toContain('<svg');
});

test('the PDF is one, the same each time, also for letters that its font has not', async () => {
  const one = cover({ title: 'Ὑγίεια 薬' });
  const bytes = await pdfCover(one);
  expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-');
  expect(await pdfCover(one)).toEqual(bytes);
  expect(bytes.length).toBeGreaterThan(2000);
});

test('the QR code is square and has its three finders', () => {
  const { size, dark } = qrSymbol('https://vialog.example/verify-bundle');
  expect((size - 17) % 4).toBe(0);
  const has = (x: number, y: number) => dark.some((part) => part.x === x && part.y === y);
  for (const [x, y] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const)
    for (let step = 0; step < 7; step++) expect(has(x + step, y) && has(x, y + step)).toBe(true);
});
