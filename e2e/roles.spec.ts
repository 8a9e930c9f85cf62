import type { Role } from './demo-world.ts';
import { packFor } from './demo-world.ts';
import { openPage } from './open-page.ts';
import { expect, test } from './site-test.ts';

/** The first delivery on its way to a role, as the address of its page. */
const DELIVERY = /\/receive\/[^/]+$/;

test('a delivery to the wholesaler does not exist for the pharmacy, nor the other way round', async ({
  signInAs,
}) => {
  const pairs = [
    ['wholesaler', 'pharmacy'],
    ['pharmacy', 'hospital'],
    ['hospital', 'wholesaler'],
  ] as const;
  for (const [owner, stranger] of pairs) {
    const { page, receive } = await signInAs(owner);
    await receive.open();
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await expect(page).toHaveURL(DELIVERY);
    const address = page.url();
    const other = await signInAs(stranger);
    await openPage(other.page, address);
    await expect(other.frame.notFound, `${stranger} at ${owner}’s delivery`).toBeVisible();
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
