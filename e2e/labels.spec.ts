import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIRequestContext, Browser } from '@playwright/test';
import { makeCameraFilm } from './camera-film.ts';
import { type DemoWorld, userOf } from './demo-world.ts';
import { LabelsPage } from './pages/labels-page.ts';
import { ScanPage } from './pages/scan-page.ts';
import { expect, test } from './site-test.ts';

/** A product of the demo world, and a batch of this run. */
const GTIN = '09506000175874';
const BATCH = `LB${Date.now() % 10_000_000}`;
const SERIALS = ['9K2MPQX4RT7W', '6HN3VBX8CZ5L', '8DW6TGY1FJ2S'].map(
  (serial) => `${serial}${BATCH.slice(-3)}`,
);

/** Has the packs commissioned at the manufacturer's plant, as its line would. */
async function commission(request: APIRequestContext, world: DemoWorld): Promise<void> {
  const place = { id: `https://id.gs1.org/414/${userOf(world, 'manufacturer').location}` };
  const answer = await request.post('/epcis/v2/capture', {
    headers: { authorization: `Bearer ${world.apiKeys['manufacturer']}` },
    data: {
      '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
      type: 'EPCISDocument',
      schemaVersion: '2.0',
      creationDate: new Date().toISOString(),
      epcisBody: {
        eventList: [
          {
            type: 'ObjectEvent',
            eventTime: new Date().toISOString(),
            eventTimeZoneOffset: '+00:00',
            action: 'ADD',
            bizStep: 'commissioning',
            disposition: 'active',
            epcList: SERIALS.map((serial) => `https://id.gs1.org/01/${GTIN}/21/${serial}`),
            readPoint: place,
            bizLocation: place,
            ilmd: { 'cbvmda:lotNumber': BATCH, 'cbvmda:itemExpirationDate': '2027-12-02' },
          },
        ],
      },
    },
  });
  expect(answer.status()).toBe(202);
  const job = answer.headers()['location'] ?? '';
  await expect(async () => {
    const state = await request.get(job, {
      headers: { authorization: `Bearer ${world.apiKeys['manufacturer']}` },
    });
    expect(await state.json()).toMatchObject({ running: false, success: true });
  }).toPass({ timeout: 30_000 });
}

/** The first file of an archive whose files are stored as they are. */
function firstFile(zip: Buffer): string {
  const from = 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28);
  return zip.toString('utf8', from, from + zip.readUInt32LE(18));
}

/** Pixels of a millimetre where the label is rendered, and the corner of the label that holds the symbol. */
const SCALE = 32;
const SYMBOL_MM = { left: 0.5, top: 6, size: 13 };

/** The symbol of a label as the browser paints it. */
async function paintedSymbol(browser: Browser, svg: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 60 * SCALE, height: 25 * SCALE } });
  const { left, top, size } = SYMBOL_MM;
  await page.setContent(`<style>body { margin: 0 } svg { width: 100vw; height: auto }</style>${svg}`);
  const png = await page.screenshot({
    clip: { x: left * SCALE, y: top * SCALE, width: size * SCALE, height: size * SCALE },
  });
  await page.close();
  return png;
}

test.describe
  .serial('labels', () => {
    let svg = '';

    test('the packs of a new batch get labels: one SVG each, or sheets of PDF', async ({
      signInAs,
      world,
    }) => {
      const { page } = await signInAs('manufacturer');
      await commission(page.request, world);
      const labels = new LabelsPage(page);
      await labels.openOfBatch(GTIN, BATCH);
      const zip = await labels.make('svg');
      await expect(page.getByText('3 labels')).toBeVisible();
      svg = firstFile(zip);
      expect(svg).toContain(`(01) ${GTIN}`);
      expect(svg).toContain('(17) 271202  2 Dec 2027');
      expect(svg).toContain(`(10) ${BATCH}`);

      await labels.openOfBatch(GTIN, BATCH);
      const pdf = await labels.make('pdf-a4');
      expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
      await labels.open();
      await expect(page.getByRole('link', { name: `Labels of batch ${BATCH}` })).toHaveCount(2);
    });

    test('a camera reads the printed label, and the register knows the pack', async ({
      browser,
      sessions,
      playwright,
      launchOptions,
      baseURL,
    }) => {
      const film = join(tmpdir(), `vialog-label-${process.pid}.y4m`);
      makeCameraFilm(await paintedSymbol(browser, svg), film);
      const filming = await playwright.chromium.launch({
        ...launchOptions,
        args: [
          ...(launchOptions.args ?? []),
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
          `--use-file-for-fake-video-capture=${film}`,
        ],
      });
      try {
        const context = await filming.newContext({
          ...(baseURL !== undefined && { baseURL }),
          storageState: await sessions('manufacturer'),
        });
        const scan = new ScanPage(await context.newPage());
        await scan.page.goto('/scan');
        const first = SERIALS.toSorted()[0] ?? '';
        await expect(scan.screen).toContainText(first, { timeout: 30_000 });
        await expect(scan.screen).toContainText('Adalimumab');
        await expect(scan.screen).toContainText('2 December 2027');
      } finally {
        await filming.close();
        rmSync(film, { force: true });
      }
    });

    test('new cases get SSCCs of their own, and no number twice', async ({ signInAs }) => {
      const { page } = await signInAs('manufacturer');
      const labels = new LabelsPage(page);
      const numbers: string[] = [];
      for (let n = 0; n < 2; n++) {
        await labels.open();
        await page.getByLabel('How many').fill('2');
        const zpl = (await labels.make('zpl-300')).toString();
        numbers.push(...[...zpl.matchAll(/\^FD>;>800(\d{18})\^FS/g)].map(([, sscc = '']) => sscc));
      }
      expect(numbers).toHaveLength(4);
      expect(new Set(numbers).size).toBe(4);
    });
  });
