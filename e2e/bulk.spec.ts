import { openPage } from './open-page.ts';
import { expect, test } from './site-test.ts';

const BATCH = `U${Date.now().toString(36).toUpperCase()}`;
const ROWS = 30_000;

/** A long list, three rows of it faulty. */
const longList = (mark: string): string => {
  const rows = Array.from({ length: ROWS }, (_, n) => `${mark}${String(n).padStart(9, '0')}`);
  rows[10] = 'has blank';
  rows[20_000] = rows[5] ?? '';
  rows[29_999] = 'MUCHTOOLONGASERIALNUMBER';
  return `serial\n${rows.join('\n')}\n`;
};

test.describe('a list that is too long for the page', () => {
  test('is checked by the server, mended in place, and registered as a whole', async ({ signInAs }) => {
    const { page, register } = await signInAs('manufacturer');
    await register.open();
    await register.chooseProduct(/Amoxicillin/);
    await register.fillBatch(BATCH, '2029-05-31');
    await register.upload('line-1.csv', longList(BATCH.slice(-6)));
    await expect(page.getByText('3 of 30,000 rows need mending. Nothing has been stored.')).toBeVisible({
      timeout: 60_000,
    });
    await expect(register.faults).toHaveCount(3);
    await expect(register.faults.nth(1)).toContainText('The same serial stands in row 6.');

    // Leaving is safe.
    const address = page.url();
    await openPage(page, '/ledger');
    await openPage(page, address);
    await expect(register.faults).toHaveCount(3);

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the faulty rows' }).click();
    expect((await download).suggestedFilename()).toBe('faulty-rows.csv');

    await register.faults.nth(0).getByRole('textbox').fill(`${BATCH}MENDED`);
    await page.keyboard.press('Enter');
    await expect(register.faults).toHaveCount(2);
    await page.getByRole('button', { name: 'Leave out all faulty rows' }).click();
    await expect(page.getByText('Guess chance')).toBeVisible();
    await expect(page.getByRole('img', { name: 'Label of the first pack' })).toBeVisible();
    await register.start();
    await expect(register.done).toHaveText('29,998 packs registered.', { timeout: 90_000 });
    await page.getByRole('link', { name: 'The batch' }).click();
    await expect(page.getByText('29,998').first()).toBeVisible();
  });

  test('can be cancelled, and then nothing of it is stored', async ({ signInAs }) => {
    const { page, register } = await signInAs('manufacturer');
    await register.open();
    await register.chooseProduct(/Omeprazole/);
    await register.fillBatch(`${BATCH}X`, '2029-05-31');
    await register.generate('25000');
    await expect(page.getByRole('button', { name: 'Register 25,000 packs' })).toBeVisible({
      timeout: 60_000,
    });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Cancelled. Nothing was stored.')).toBeVisible();
  });
});

test('serials of a product are reserved, and a list that holds one of them is told so', async ({
  signInAs,
}) => {
  const { page, register } = await signInAs('manufacturer');
  await openPage(page, '/products');
  await page.getByRole('link', { name: /Apixaban/ }).click();
  await page.getByLabel('From', { exact: true }).fill('RESERVED0001');
  await page.getByLabel('To', { exact: true }).fill('RESERVED0999');
  await page.getByLabel('What for').fill('Samples');
  await page.getByRole('button', { name: 'Reserve' }).click();
  await expect(page.getByText('Samples')).toBeVisible();
  await register.open();
  await register.chooseProduct(/Apixaban/);
  await register.fillBatch(`${BATCH}R`, '2029-05-31');
  const rows = Array.from({ length: 12_000 }, (_, n) => `${BATCH}${String(n).padStart(8, '0')}`);
  await register.upload('line-2.csv', ['serial', ...rows, 'RESERVED0500'].join('\n'));
  await expect(page.getByText('Serials from RESERVED0001 to RESERVED0999 are reserved.')).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. Nothing was stored.')).toBeVisible();
});
