import { packFor } from './demo-world.ts';
import { openPage } from './open-page.ts';
import { expect, test } from './site-test.ts';
import { takePicture } from './take-picture.ts';

test('a log that was tampered with fails the proof loudly', async ({ signInAs, world }) => {
  const { page, pack } = await signInAs('pharmacy');
  const { gtin, serial } = packFor(world, 'already dispensed');
  await page.route('**/log/tile/**', async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    body[body.length - 1] = (body.at(-1) ?? 0) ^ 1;
    await route.fulfill({ response: answer, body });
  });
  await pack.open(gtin, serial);
  await page.getByRole('button', { name: 'Prove it' }).first().click();
  await expect(pack.failed.first()).toBeVisible();
  await expect(page.getByText(/Do not rely on this record/)).toBeVisible();
});

test('a head that nobody signed fails the proof loudly', async ({ signInAs, world }) => {
  const { page, pack } = await signInAs('pharmacy');
  const { gtin, serial } = packFor(world, 'already dispensed');
  await page.route('**/log/checkpoint', async (route) => {
    const answer = await route.fetch();
    const lines = (await answer.text()).split('\n');
    lines[2] = Buffer.alloc(32).toString('base64');
    await route.fulfill({ response: answer, body: lines.join('\n') });
  });
  await pack.open(gtin, serial);
  await page.getByRole('button', { name: 'Prove it' }).first().click();
  await expect(pack.failed.first()).toBeVisible();
});

test('the ledger is checked in the browser, and again from the head seen before', async ({ signInAs }) => {
  const { page } = await signInAs('regulator');
  await openPage(page, '/ledger');
  await page.getByRole('button', { name: 'Check the log now' }).click();
  await expect(page.getByText('The log holds', { exact: true })).toBeVisible();
  await expect(page.getByText(/This browser sees the log for the first time/)).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Check the log now' }).click();
  await expect(page.getByText(/nothing was changed, removed or moved/)).toBeVisible();
  await takePicture(page, 'ledger');
});
