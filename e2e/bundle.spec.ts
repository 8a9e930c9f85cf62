import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { packFor } from './demo-world.ts';
import { expectAccessible, expectNoSideways } from './expect-accessible.ts';
import { openPage } from './open-page.ts';
import { expect, test } from './site-test.ts';

const fileOf = (buffer: Buffer) => ({ name: 'vialog-bundle.json', mimeType: 'application/json', buffer });

async function evidenceOn(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Evidence file' }).click(),
  ]);
  return readFileSync(await download.path());
}

test('the evidence of a pack is taken away, and checked by a stranger with the network cut', async ({
  signInAs,
  asStranger,
  world,
}) => {
  const { page: own, pack } = await signInAs('pharmacy');
  const { gtin, serial } = packFor(world, 'already dispensed');
  await pack.open(gtin, serial);
  const bundle = await evidenceOn(own);

  const { page } = await asStranger();
  await page.setViewportSize({ width: 360, height: 740 });
  await openPage(page, '/verify-bundle');
  await expect(page.getByRole('heading', { name: 'Check a bundle', level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);

  await page.getByLabel('Evidence file').setInputFiles(fileOf(bundle));
  await expect(page.getByRole('heading', { name: 'The bundle holds' })).toBeVisible();
  await expect(page.getByText(/The head is signed with the key of this site’s log/)).toBeVisible();
  await expectNoSideways(page, 'a bundle that holds');
  await expectAccessible(page, 'a bundle that holds', 'all');

  const forged = Buffer.from(bundle);
  forged[bundle.indexOf('"salt"') + 12] = (forged[bundle.indexOf('"salt"') + 12] ?? 0) ^ 1;
  await page.getByLabel('Evidence file').setInputFiles(fileOf(forged));
  await expect(page.getByRole('heading', { name: 'DOES NOT HOLD' })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'a bundle that does not hold', 'all');

  await page.getByLabel(/Key of the log/).fill('nonsense');
  await page.getByLabel('Evidence file').setInputFiles(fileOf(bundle));
  await expect(page.getByText('This is no verifier key.')).toBeVisible();
});

test('the cover of the evidence is a PDF, and a page to print', async ({ signInAs, world }) => {
  const { page, pack } = await signInAs('pharmacy');
  const { gtin, serial } = packFor(world, 'already dispensed');
  await pack.open(gtin, serial);
  const address = `/api/v1/packs/${gtin}/${encodeURIComponent(serial)}/bundle`;
  const pdf = await page.request.get(`${address}?form=pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const html = await page.request.get(`${address}?form=html`);
  expect(await html.text()).toContain('Evidence about pack');
});
