import { packFor } from './demo-world.ts';
import { expectAccessible, expectNoSideways } from './expect-accessible.ts';
import { openPage } from './open-page.ts';
import { expect, test } from './site-test.ts';

test('the map of a pack goes with its line of time, by pointer and by keyboard', async ({
  signInAs,
  world,
}) => {
  const { page, pack } = await signInAs('pharmacy');
  const { gtin, serial } = packFor(world, 'genuine, at the demo pharmacy');
  await pack.open(gtin, serial);
  const map = page.getByRole('figure').filter({ has: page.locator('svg') });
  const places = map.getByRole('link');
  await expect(places.first()).toBeVisible();

  const last = page.locator('li[data-steps]').last();
  await last.hover();
  await expect(last).toHaveAttribute('data-lit', '');
  await expect(map.locator('a[data-lit]')).toHaveCount(1);

  await page.mouse.move(0, 0);
  await places.first().focus();
  await expect(places.first()).toHaveAttribute('data-lit', '');
  await expect(page.locator('li[data-lit]').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#step-[0-9a-f]{32}$/);

  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSideways(page, `pack with map, ${width} px`);
    await expectAccessible(page, `pack with map, ${width} px`, 'all');
  }
});

test('the scan page loads nothing of the map', async ({ signInAs }) => {
  const { page } = await signInAs('pharmacy');
  const scripts: string[] = [];
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') scripts.push(await response.text().catch(() => ''));
  });
  await openPage(page, '/scan');
  await page.waitForLoadState('networkidle');
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).not.toMatch(/geoEqualEarth|"Topology"/);
});

test('trends: filters stand in the address, and every table is a file', async ({ signInAs }) => {
  const { page } = await signInAs('regulator');
  await openPage(page, '/trends');
  await expect(page.getByRole('heading', { level: 1, name: 'Trends' })).toBeVisible();
  await page.getByLabel('Time').selectOption('364');
  await expect(page).toHaveURL(/days=364/);
  const sites = page.getByRole('region', { name: 'Quality by site and software' });
  await expect(sites.getByRole('row').nth(1)).toBeVisible();
  await sites.getByRole('link', { name: 'Sort by Typed' }).click();
  await expect(page).toHaveURL(/sort=manual/);
  await page.getByText('Every number').click();
  await expect(page.getByRole('region', { name: 'Every number' })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'As a file (CSV)' }).last().click(),
  ]);
  expect(download.suggestedFilename()).toBe('trends-sites.csv');
});
