import { openPage } from './open-page.ts';
import { expect, test } from './site-test.ts';

const BATCH = `E${Date.now().toString(36).toUpperCase()}`;

test.describe('registering a batch', () => {
  test('ten thousand serials, with progress, and leaving is safe', async ({ signInAs }) => {
    const { page, register } = await signInAs('manufacturer');
    await register.open();
    await register.chooseProduct(/Amoxicillin/);
    await register.fillBatch(BATCH, '2029-05-31');
    await register.generate('10000');
    await expect(page.getByText('10,000 packs, no fault')).toBeVisible({ timeout: 30_000 });
    await register.goOn();
    await expect(page.getByText('Guess chance')).toBeVisible();
    await register.start();
    await expect(register.progress).toBeVisible();
    await expect(page.getByText(/^[\d,]+ of 10,000$/)).toBeVisible();
    const address = page.url();
    await openPage(page, '/ledger');
    await openPage(page, address);
    await expect(register.done).toHaveText('10,000 packs registered.', { timeout: 90_000 });
  });

  test('a file with faulty rows is mended before anything is stored', async ({ signInAs }) => {
    const { page, register } = await signInAs('manufacturer');
    await register.open();
    await register.chooseProduct(/Omeprazole/);
    await register.fillBatch(`${BATCH}C`, '2029-05-31');
    const rows = [
      'serial,line',
      'GOOD0000000001,1',
      'has blank,2',
      'GOOD0000000001,3',
      'MUCHTOOLONGASERIALNUMBER,4',
    ];
    await register.upload('serials.csv', rows.join('\n'));
    await expect(page.getByText('3 of 4 rows need mending. Nothing has been stored.')).toBeVisible();
    await expect(register.faults).toHaveCount(3);
    await expect(register.faults.nth(0)).toContainText('spaces cannot');
    await expect(register.faults.nth(1)).toContainText('The same serial stands in row 2.');
    await expect(register.faults.nth(2)).toContainText('at most 20 characters');

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the faulty rows' }).click();
    expect((await download).suggestedFilename()).toBe('faulty-rows.csv');

    await register.faults.nth(0).getByRole('textbox').fill('GOOD0000000002');
    await page.keyboard.press('Enter');
    await expect(register.faults).toHaveCount(2);
    await page.getByRole('button', { name: 'Leave out all faulty rows' }).click();
    await expect(page.getByText('2 packs, no fault')).toBeVisible();
    await register.goOn();
    await register.start();
    await expect(register.done).toHaveText('2 packs registered.', { timeout: 30_000 });
  });

  test('serials that the register holds already are told before anything is stored', async ({
    signInAs,
    world,
  }) => {
    const { register } = await signInAs('manufacturer');
    const known = world.packs.find(({ purpose }) => purpose === 'already dispensed');
    await register.open();
    const digits = known?.gtin.replace(/^(.)(.......)(.....)(.)$/, '$1 $2 $3 $4') ?? '';
    await register.chooseProduct(new RegExp(`${known?.gtin}|${digits}`));
    await register.fillBatch(`${BATCH}T`, '2029-05-31');
    await register.paste(known?.serial ?? '');
    await expect(register.faults).toHaveCount(1);
    await expect(register.faults).toContainText('The register holds this serial of the product already.');
  });

  test('nonsense at every step gets a sentence beside its field', async ({ signInAs }) => {
    const { page, register } = await signInAs('manufacturer');
    await register.open();
    await register.chooseProduct(/Apixaban/);
    await register.goOn();
    await expect(page.getByText('The batch is missing.')).toBeVisible();
    await expect(page.getByText('The expiry date is missing.')).toBeVisible();
    await register.fillBatch('Ä batch', '2020-01-01');
    await expect(page.getByText(/^Character 1, “Ä”/)).toBeVisible();
    await expect(page.getByText('This day has passed.')).toBeVisible();
    await register.fillBatch(`${BATCH}N`, '2029-05-31');
    for (const count of ['', '0', '-3', '1e9', 'many']) {
      await page.getByLabel('How many packs').fill(count);
      await page.getByRole('button', { name: /^Make / }).click();
      await expect(page.getByText('A whole number from 1 to 1,000,000.')).toBeVisible();
    }
    await register.paste('   \n\n');
    await expect(page.getByText('There is no serial in it.')).toBeVisible();
    await register.upload('picture.png', '\u0089PNG\r\n\u001a\n\u0000\u0000');
    await expect(register.faults.first()).toBeVisible();
    await expect(page.getByText(/rows need mending/)).toBeVisible();
  });
});
