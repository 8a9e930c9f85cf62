import { FILMED, test } from './film-test.ts';
import { openPage } from './open-page.ts';
import { expect } from './site-test.ts';

test('where WebAssembly is refused, the decoder in script reads the camera', async ({ signInAs }) => {
  const { page, scan } = await signInAs('pharmacy');
  const modules: string[] = [];
  page.on('request', (request) => modules.push(new URL(request.url()).pathname));
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await openPage(page, '/scan');
  await expect(scan.screen).toContainText(FILMED.serial, { timeout: 45_000 });
  await expect(scan.word).toHaveText(/Supply|Set aside|Scan again/i);
  expect(await page.evaluate(() => typeof WebAssembly)).toBe('undefined');
});

test('where the decoder cannot be fetched, the one in script reads the camera', async ({
  signInAs,
  faults,
}) => {
  const { page, scan } = await signInAs('pharmacy');
  await page.route('**/wasm/**', (route) => route.abort('blockedbyclient'));
  await openPage(page, '/scan');
  await expect(scan.screen).toContainText(FILMED.serial, { timeout: 45_000 });
  expect(
    faults.every((fault) => /wasm|ArrayBuffer|ERR_BLOCKED_BY_CLIENT/.test(fault)),
    faults.join('\n'),
  ).toBe(true);
  faults.length = 0;
});

test('the camera’s picture is shown and can be switched off for good', async ({ signInAs }) => {
  const { page, scan } = await signInAs('wholesaler');
  await openPage(page, '/scan');
  await expect(scan.screen).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  await scan.settings.getByRole('checkbox', { name: 'Camera' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Camera off')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Camera off')).toBeVisible();
});
