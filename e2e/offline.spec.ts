import type { BrowserContext, Page } from '@playwright/test';
import { type DemoWorld, type Pack, packFor } from './demo-world.ts';
import { openPage } from './open-page.ts';
import { ScanPage } from './pages/scan-page.ts';
import { test as base, expect } from './site-test.ts';
import { openLine, type UnreliableLine } from './unreliable-line.ts';

/** A pharmacy's workstation behind a line that can be cut. */
interface Workstation {
  readonly page: Page;
  readonly scan: ScanPage;
  readonly line: UnreliableLine;
}

const test = base.extend<{ readonly workstation: Workstation }>({
  workstation: async ({ browser, sessions, baseURL }, use) => {
    const line = await openLine(baseURL ?? '');
    const context = await browser.newContext({
      storageState: await sessions('pharmacy'),
      baseURL: line.url,
      serviceWorkers: 'allow',
    });
    const page = await context.newPage();
    const scan = new ScanPage(page);
    await scan.switchCameraOff();
    await openPage(page, '/scan');
    await page.getByText(/^Offline list .* old$/).waitFor();
    await isKept(page);
    await use({ page, scan, line });
    await close(context);
    await line.set('good');
  },
});

const close = (context: BrowserContext): Promise<void> => context.close();

/** The service worker has the shell and stands before the page. */
async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready;
    const kept = await caches.match('/offline');
    return kept !== undefined && navigator.serviceWorker.controller !== null;
  });
}

const genuine = (world: DemoWorld): readonly Pack[] =>
  world.packs.filter(({ purpose }) => purpose === 'genuine, at the demo pharmacy');

async function supply(scan: ScanPage, pack: Pack): Promise<void> {
  await scan.scan(pack);
  await expect(scan.word).toHaveText('Supply', { ignoreCase: true });
  await expect(scan.screen).toContainText(/Decided without a connection, by the list of .* ago/);
  await scan.page.keyboard.press('Enter');
  await expect(scan.screen).toContainText('Kept on this device');
  await scan.page.keyboard.press('Enter');
  await expect(scan.screen).toHaveCount(0);
}

test('a day without a connection: packs are decided by the list, kept over a reload, and recorded once afterwards', async ({
  workstation: { page, scan, line },
  world,
  request,
}) => {
  const [first, second] = genuine(world).slice(-2);
  if (!first || !second) throw new Error('the demo world has two genuine packs');
  await line.set('cut');
  await supply(scan, first);

  await scan.scan(packFor(world, 'stolen'));
  await expect(scan.word).toHaveText('Look twice', { ignoreCase: true });
  await expect(scan.screen).toContainText('One good pack in 500 looks like it');
  await page.keyboard.press('Escape');
  await scan.scan(packFor(world, 'recalled batch'));
  await expect(scan.word).toHaveText('Set aside', { ignoreCase: true });
  await page.keyboard.press('Escape');
  await expect(page.getByText('No connection: the list on this device decides')).toBeVisible();
  await expect(page.getByText('4 scans wait to be sent')).toBeVisible();

  await page.reload();
  await expect(page.getByText('4 scans wait to be sent')).toBeVisible();
  await supply(scan, second);
  await expect(page.getByText('6 scans wait to be sent')).toBeVisible();

  await line.set('good');
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByText(/wait to be sent/)).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText('The register says something else')).toHaveCount(0);

  await page.getByRole('link', { name: 'Load the whole page' }).click();
  await expect(scan.row(first.serial)).toContainText('supplied');
  await expect(scan.row(second.serial)).toContainText('supplied');
  for (const pack of [first, second]) expect(await stateOf(request, world, pack)).toBe('supplied');
});

async function stateOf(
  request: import('@playwright/test').APIRequestContext,
  { apiKeys }: DemoWorld,
  { gtin, serial, batch, expiry }: Pack,
): Promise<string> {
  const answer = await request.get(`/api/v1/packs/${gtin}/${encodeURIComponent(serial)}`, {
    params: { batch, expiry },
    headers: { authorization: `Bearer ${apiKeys['pharmacy']}`, 'entry-mode': 'scan' },
  });
  return (await answer.json()).packState;
}

test('a pack that somebody else ended in the meantime is a conflict, and stays until a person has seen it', async ({
  workstation: { page, scan, line },
  world,
  request,
}) => {
  const pack = genuine(world).at(-3);
  if (!pack) throw new Error('the demo world has three genuine packs');
  await line.set('cut');
  await supply(scan, pack);
  const online = await request.patch(`/api/v1/packs/${pack.gtin}/${encodeURIComponent(pack.serial)}`, {
    params: { batch: pack.batch, expiry: pack.expiry },
    headers: { authorization: `Bearer ${world.apiKeys['pharmacy']}`, 'entry-mode': 'scan' },
    data: { state: 'supplied' },
  });
  expect(online.status()).toBe(200);
  await line.set('good');
  await page.getByRole('button', { name: 'Try now' }).click();
  const conflict = page.getByRole('listitem').filter({ hasText: pack.serial }).filter({ hasText: 'Seen' });
  await expect(conflict).toContainText('came too late to have an effect', { timeout: 30_000 });
  await page.reload();
  await expect(conflict).toContainText('came too late to have an effect');
  await conflict.getByRole('button', { name: 'Seen' }).click();
  await expect(page.getByText('The register says something else')).toHaveCount(0);
});

test('where no answer comes within a second and a half, the device decides', async ({
  workstation: { scan, line },
  world,
}) => {
  await line.set('stalled');
  await scan.scan(packFor(world, 'expired'));
  await expect(scan.word).toHaveText('Set aside', { ignoreCase: true, timeout: 5_000 });
  await expect(scan.screen).toContainText('Decided without a connection');
});

test('what is kept on the device cannot be read there', async ({
  workstation: { page, scan, line },
  world,
}) => {
  const pack = packFor(world, 'genuine, at the demo pharmacy');
  await line.set('cut');
  await scan.scan({ ...pack, serial: 'VERYSECRETSERIAL' });
  await expect(scan.screen).toBeVisible();
  const kept = await page.evaluate(async () => {
    const opened = indexedDB.open('vialog-device');
    const db = await new Promise<IDBDatabase>((resolve) => {
      opened.onsuccess = () => resolve(opened.result);
    });
    const all = (name: string) =>
      new Promise<unknown[]>((resolve) => {
        const asked = db.transaction(name).objectStore(name).getAll();
        asked.onsuccess = () => resolve(asked.result);
      });
    const boxes = (await all('queue')) as { bytes: ArrayBuffer }[];
    const [key] = (await all('keys')) as CryptoKey[];
    const texts = boxes.map(({ bytes }) => new TextDecoder('latin1').decode(bytes));
    return { texts, extractable: key?.extractable, local: JSON.stringify(localStorage) };
  });
  expect(kept.texts.length).toBeGreaterThan(0);
  expect(kept.texts.join() + kept.local).not.toContain('VERYSECRETSERIAL');
  expect(kept.extractable).toBe(false);
});

test('the site can be installed, and its shell holds nothing of anybody', async ({
  workstation: { page },
}) => {
  const manifest = await page.evaluate(async () => (await fetch('/manifest.webmanifest')).json());
  expect(manifest).toMatchObject({ start_url: '/scan', display: 'standalone' });
  const shell = await page.evaluate(async () => (await caches.match('/offline'))?.text());
  expect(shell).not.toMatch(/pharmacy@|952\d{10}/i);
  const kept = await page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => /^\/(api|epcis|log|packs|scan)/.test(path))).toEqual([]);
  expect(kept).toContain('/wasm/zxing_reader.wasm');
});
