import { packFor } from './demo-world.ts';
import { openPage } from './open-page.ts';
import { expect, test } from './site-test.ts';

test('the keyboard reaches the content first, then the search from anywhere', async ({ signInAs, world }) => {
  const { page, frame } = await signInAs('pharmacy');
  await openPage(page, '/ledger');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await page.keyboard.press('/');
  await expect(frame.search).toBeFocused();
  const { gtin, serial } = packFor(world, 'already dispensed');
  await page.keyboard.type(`(01)${gtin}(21)${serial}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toContainText(serial);
});

test('the pulse of the ledger leads to it', async ({ signInAs }) => {
  const { page } = await signInAs('regulator');
  await openPage(page, '/anomalies');
  await page.getByRole('link', { name: /^Open the ledger/ }).click();
  await expect(page.getByRole('heading', { name: 'Ledger', level: 1 })).toBeVisible();
});

test('a demo says that it is one, and steps into another role with one click', async ({
  signInAs,
  world,
}) => {
  const { page, frame } = await signInAs('pharmacy');
  await openPage(page, '/');
  await expect(page.getByText('Demo: invented organisations and packs.')).toBeVisible();
  const regulator = world.users.find(({ role }) => role === 'regulator');
  await page.getByRole('button', { name: 'Regulator', exact: true }).click();
  await expect(frame.places.getByRole('link', { name: 'Anomalies' })).toBeVisible();
  await page.getByRole('button', { name: /^Account of / }).click();
  await expect(page.getByText(regulator?.email ?? '')).toBeVisible();
});
