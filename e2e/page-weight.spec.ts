import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { openPage } from './open-page.ts';
import { expect, test } from './site-test.ts';

/** What the Scan page may load of JavaScript before the decoder's WebAssembly, in kB (1000 bytes) after gzip. */
const MOST_KB = 150;

/** The scripts that a page loads, by address, with their size after gzip in bytes. */
function weighScripts(page: Page): Map<string, Promise<number>> {
  const scripts = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const isScript = /javascript/.test(response.headers()['content-type'] ?? '');
    if (!isScript) return;
    scripts.set(
      response.url(),
      response.body().then((body) => gzipSync(body).length),
    );
  });
  return scripts;
}

test('the Scan page is light', async ({ signInAs }) => {
  const { page, scan } = await signInAs('pharmacy');
  const scripts = weighScripts(page);
  await openPage(page, '/scan');
  await scan.listening();
  const sizes = await Promise.all(
    [...scripts].map(async ([url, size]) => ({ name: new URL(url).pathname, bytes: await size })),
  );
  sizes.sort((a, b) => b.bytes - a.bytes);
  const kb = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  console.log(
    sizes.map(({ name, bytes }) => `${(bytes / 1000).toFixed(1).padStart(6)} kB  ${name}`).join('\n'),
  );
  console.log(JSON.stringify({ page: '/scan', scriptsKb: Math.round(kb * 10) / 10, mostKb: MOST_KB }));
  expect(kb).toBeLessThanOrEqual(MOST_KB);
});
