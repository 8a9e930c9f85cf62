import type { Role } from './demo-world.ts';
import { packFor } from './demo-world.ts';
import { expectAccessible, expectNoSideways } from './expect-accessible.ts';
import { openPage } from './open-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import type { Site } from './site.ts';
import { expect, test } from './site-test.ts';

const LOOKS = [
  { colorScheme: 'light', width: 1440, rules: 'all' },
  { colorScheme: 'light', width: 360, rules: 'looks' },
  { colorScheme: 'dark', width: 360, rules: 'all' },
  { colorScheme: 'dark', width: 1440, rules: 'looks' },
] as const;

/** The page as it stands, light and dark, on a phone and on a desk. */
async function expectGoodInEveryLook({ page }: Site, what: string): Promise<void> {
  for (const { colorScheme, width, rules } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const look = `${what}, ${colorScheme}, ${width} px`;
    await expectNoSideways(page, look);
    await expectAccessible(page, look, rules);
  }
}

const PAGES: readonly (readonly [Role, string, string])[] = [
  ['manufacturer', '/', 'What needs you now'],
  ['manufacturer', '/register', 'Register a batch'],
  ['manufacturer', '/ship', 'Ship'],
  ['manufacturer', '/batches', 'Batches'],
  ['manufacturer', '/settings', 'Settings'],
  ['manufacturer', '/settings/people', 'People'],
  ['manufacturer', '/settings/keys', 'Keys'],
  ['manufacturer', '/settings/grants', 'Who may see our records'],
  ['manufacturer', '/settings/log?kind=deeds', 'Log of use'],
  ['manufacturer', '/labels', 'Labels'],
  ['manufacturer', '/trends', 'Trends'],
  ['pharmacy', '/', 'What needs you now'],
  ['pharmacy', '/scan', 'Scan'],
  ['pharmacy', '/scan/self-test', 'Test the hand scanner'],
  ['pharmacy', '/receive', 'Receive'],
  ['regulator', '/', 'What needs you now'],
  ['regulator', '/anomalies', 'Anomalies'],
  ['regulator', '/trends', 'Trends'],
  ['regulator', '/ledger', 'Ledger'],
  ['regulator', '/search?q=nothing', 'Search'],
  ['pharmacy', '/no/such/page', 'There is nothing at this address'],
];

for (const [role, path, heading] of PAGES) {
  test(`${path} for the ${role}`, async ({ signInAs }) => {
    const site = await signInAs(role);
    await openPage(site.page, path);
    await expect(site.page.getByRole('heading', { name: heading, level: 1 })).toBeAttached();
    await expectGoodInEveryLook(site, path);
  });
}

test('the way in, and its refusal', async ({ asStranger }) => {
  const site = await asStranger();
  const door = new SignInPage(site.page);
  await door.open();
  await door.signIn('nobody@vialog.example', 'not the password');
  await expect(door.problem).toBeVisible();
  await expectGoodInEveryLook(site, 'sign-in');
});

test('every verdict', async ({ signInAs, world }) => {
  const site = await signInAs('pharmacy');
  const { scan } = site;
  for (const [purpose, word] of [
    ['genuine, at the demo pharmacy', 'Supply'],
    ['recalled batch', 'Set aside'],
    ['unknown serial', /Scan again|Set aside/i],
  ] as const) {
    await scan.open();
    await scan.scan(packFor(world, purpose));
    await expect(scan.word).toHaveText(word, { ignoreCase: true });
    await expectGoodInEveryLook(site, purpose);
  }
});

test('typing in, and the settings', async ({ signInAs }) => {
  const site = await signInAs('pharmacy');
  await site.scan.open();
  await site.scan.openTyping();
  await site.scan.type({ gtin: '1', serial: '', batch: '', expiry: '' });
  await expectGoodInEveryLook(site, 'typing in');
  await site.page.keyboard.press('Escape');
  await site.page.getByRole('button', { name: 'Settings' }).click();
  await expectGoodInEveryLook(site, 'settings');
});

test('a pack with its proof', async ({ signInAs, world }) => {
  const site = await signInAs('pharmacy');
  const { gtin, serial } = packFor(world, 'already dispensed');
  await site.pack.open(gtin, serial);
  await site.page.getByRole('button', { name: 'Prove it' }).first().click();
  await expect(site.pack.proven.first()).toBeVisible();
  await expectGoodInEveryLook(site, 'pack');
});

test('a finding', async ({ signInAs }) => {
  const site = await signInAs('regulator');
  await site.anomalies.open();
  await site.anomalies.rows.first().click();
  await expect(site.page.getByRole('heading', { name: 'Observed', exact: true })).toBeVisible();
  await expectGoodInEveryLook(site, 'finding');
});

test('a delivery', async ({ signInAs }) => {
  const site = await signInAs('pharmacy');
  await site.receive.open();
  await site.page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await expect(site.page.getByRole('heading', { level: 1, name: /^Delivery from / })).toBeVisible();
  await expectGoodInEveryLook(site, 'delivery');
});

test('faulty rows and the check of a batch', async ({ signInAs }) => {
  const site = await signInAs('manufacturer');
  const { register } = site;
  await register.open();
  await register.chooseProduct(/Metformin/);
  await register.fillBatch('LOOK1', '2029-05-31');
  await register.paste('ABCDEFGH1\nABCDEFGH1\nABCDEFGH2');
  await expect(register.faults).toHaveCount(1);
  await expectGoodInEveryLook(site, 'faulty rows');
  await site.page.getByRole('button', { name: 'Leave out all faulty rows' }).click();
  await register.goOn();
  await expect(site.page.getByRole('img', { name: 'Label of the first pack' })).toBeVisible();
  await expectGoodInEveryLook(site, 'check');
});
