import type { Role } from './demo-world.ts';
import { packFor } from './demo-world.ts';
import { openPage } from './open-page.ts';
import { expect, test } from './site-test.ts';

/** The address of the page of one delivery. */
const DELIVERY = /\/receive\/[^/]+$/;

test('a delivery is seen by its two sides, and does not exist for anybody else', async ({ signInAs }) => {
  const deliveries = [
    { receiver: 'wholesaler', strangers: ['pharmacy', 'hospital'] },
    { receiver: 'pharmacy', strangers: ['hospital', 'manufacturer'] },
    { receiver: 'hospital', strangers: ['pharmacy', 'contract-manufacturer'] },
  ] as const;
  for (const { receiver, strangers } of deliveries) {
    const { page, receive } = await signInAs(receiver);
    await receive.open();
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await expect(page).toHaveURL(DELIVERY);
    const address = page.url();
    for (const role of strangers) {
      const other = await signInAs(role);
      await openPage(other.page, address);
      await expect(other.frame.notFound, `${role} at the delivery to the ${receiver}`).toBeVisible();
      await other.page.context().close();
    }
    if (receiver === 'wholesaler') continue;
    const sender = await signInAs('wholesaler');
    await openPage(sender.page, address);
    await expect(sender.page.getByRole('main').getByRole('heading', { level: 1 })).toContainText(
      'Muster Pharmagroßhandel',
    );
    await expect(sender.receive.submit).toHaveCount(0);
  }
});

test('a finding about others does not exist for a manufacturer or a wholesaler', async ({ signInAs }) => {
  const { page, anomalies } = await signInAs('regulator');
  await anomalies.open(`?severity=5&detector=D03`);
  await anomalies.rows.first().click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Anomalies');
  const address = page.url();
  for (const role of ['manufacturer', 'wholesaler', 'contract-manufacturer'] as const) {
    const other = await signInAs(role);
    await openPage(other.page, address);
    await expect(other.frame.notFound, role).toBeVisible();
  }
});

test('a pack that a pharmacy never had does not exist for it', async ({ signInAs, world }) => {
  const { gtin, serial } = packFor(world, 'genuine, at the hospital');
  const { pack, frame } = await signInAs('pharmacy');
  await pack.open(gtin, serial);
  await expect(frame.notFound).toBeVisible();
  await pack.open(gtin, 'NEVERMADE');
  await expect(frame.notFound).toBeVisible();
});

const CLOSED: Readonly<Record<string, readonly Role[]>> = {
  '/register': ['pharmacy', 'hospital', 'wholesaler', 'regulator'],
  '/ship': ['regulator'],
  '/receive': ['regulator'],
  '/scan': ['regulator'],
};

for (const [path, roles] of Object.entries(CLOSED)) {
  test(`${path} is no place for ${roles.join(', ')}`, async ({ signInAs }) => {
    for (const role of roles) {
      const { page, frame } = await signInAs(role);
      await openPage(page, path);
      await expect(frame.notFound, role).toBeVisible();
      await expect(
        frame.places.getByRole('link', { name: new RegExp(`^${path.slice(1)}`, 'i') }),
      ).toHaveCount(0);
    }
  });
}

test('the rail shows each role its places, the one it uses most first', async ({ signInAs }) => {
  const first: readonly (readonly [Role, string])[] = [
    ['manufacturer', 'Home'],
    ['wholesaler', 'Home'],
    ['pharmacy', 'Scan'],
    ['regulator', 'Home'],
  ];
  for (const [role, place] of first) {
    const { page, frame } = await signInAs(role);
    await openPage(page, '/');
    await expect(frame.places.getByRole('link').first()).toHaveAccessibleName(place);
  }
});
