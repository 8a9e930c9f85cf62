import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { openPage } from './open-page.ts';
import { expect, test } from './site-test.ts';

/** The aim for the scripts that the Scan page needs before it listens, and what is kept at the least, in kB after gzip. */
const AIM_KB = 150;
const MOST_KB = 190;

/** The scripts that a page loads, by path, with their size after gzip in bytes. */
function weighScripts(page: Page): Map<string, Promise<number>> {
  const scripts = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
    const size = response.body().then((body) => gzipSync(body).length);
    scripts.set(new URL(response.url()).pathname, size);
  });
  return scripts;
}

const kb = (sizes: readonly number[]): number =>
  Math.round(sizes.reduce((sum, bytes) => sum + bytes, 0) / 100) / 10;

test('the Scan page is light', async ({ signInAs }) => {
  const { page, scan } = await signInAs('pharmacy');
  const scripts = weighScripts(page);
  await openPage(page, '/scan');
  await scan.listening();
  // React asks for more scripts by itself; those that stand in the document are what the page cannot begin without.
  const document = await (await page.request.get('/scan')).text();
  const first: number[] = [];
  const all: number[] = [];
  for (const [path, size] of scripts) {
    all.push(await size);
    if (document.includes(`src="${path}"`)) first.push(await size);
  }
  console.log(JSON.stringify({ page: '/scan', beforeItListensKb: kb(first), allKb: kb(all), aimKb: AIM_KB }));
  expect(first.length).toBeGreaterThan(3);
  expect(kb(first)).toBeLessThanOrEqual(MOST_KB);
});
