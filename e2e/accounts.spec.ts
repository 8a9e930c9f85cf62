import type { Page } from '@playwright/test';
import { openPage } from './open-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import type { Site } from './site.ts';
import { expect, test } from './site-test.ts';
import { totp } from './totp.ts';

const PASSWORD = 'a sentence that is easy to keep';
const STEP_MS = 30_000;
let people = 0;

/** A person of the manufacturer's, invited by its administrator, in a window of their own. */
async function invited(admin: Site, guest: Site): Promise<string> {
  people += 1;
  const email = `guest-${Date.now()}-${people}@manufacturer.example`;
  const settings = new SettingsPage(admin.page);
  await settings.open('/people');
  const link = await settings.invite(email, 'Operator');
  await openPage(guest.page, new URL(link).pathname);
  await guest.page.getByLabel('Your name').fill('A guest');
  await guest.page.getByLabel('Choose a password').fill(PASSWORD);
  await guest.page.getByRole('button', { name: 'Accept' }).click();
  await expect(guest.frame.places).toBeVisible();
  return email;
}

async function signIn(page: Page, email: string): Promise<void> {
  const door = new SignInPage(page);
  await door.open();
  await door.signIn(email, PASSWORD);
}

/** Turns the second factor on by the code of the half minute before. */
async function enrol(page: Page): Promise<{ readonly key: string; readonly codes: readonly string[] }> {
  const settings = new SettingsPage(page);
  await settings.open();
  const factor = await settings.beginFactor(PASSWORD);
  expect(factor.codes).toHaveLength(10);
  await settings.confirmFactor(totp(factor.key, Date.now() - STEP_MS));
  await expect(settings.factor.getByText('10 recovery codes are left.')).toBeVisible();
  return factor;
}

test('an invitation is accepted once, and who accepted works there', async ({ signInAs, asStranger }) => {
  const admin = await signInAs('manufacturer');
  const guest = await asStranger();
  const email = await invited(admin, guest);
  await expect(guest.page.getByText('Beispiel Arzneimittelwerke').first()).toBeVisible();

  const link = (await admin.page.locator('[data-link]').textContent()) ?? '';
  const late = await asStranger();
  await late.page.goto(new URL(link).pathname);
  await expect(
    late.page.getByRole('heading', { name: 'This invitation cannot be accepted any more' }),
  ).toBeVisible();

  await openPage(admin.page, '/settings/people');
  await expect(admin.page.getByText(email).first()).toBeVisible();
  await openPage(admin.page, '/settings/log?kind=people');
  await expect(admin.page.getByRole('listitem').filter({ hasText: email }).first()).toContainText(
    'signed in',
  );
});

test('a second factor is set up, asked for, and replaced by a recovery code', async ({
  signInAs,
  asStranger,
}) => {
  const guest = await asStranger();
  const email = await invited(await signInAs('manufacturer'), guest);
  const { key, codes } = await enrol(guest.page);
  await guest.frame.signOut();

  await signIn(guest.page, email);
  const code = guest.page.getByLabel('Code', { exact: true });
  await code.fill('000000');
  await guest.page.getByRole('button', { name: 'Go on' }).first().click();
  await expect(guest.page.getByRole('alert').first()).toContainText('This code does not hold.');
  await code.fill(totp(key, Date.now()));
  await guest.page.getByRole('button', { name: 'Go on' }).first().click();
  await expect(guest.frame.places).toBeVisible();
  await guest.frame.signOut();

  await signIn(guest.page, email);
  await guest.page.getByText('The phone is not at hand').click();
  await guest.page.getByLabel('Recovery code').fill(codes[0] ?? '');
  await guest.page.getByRole('button', { name: 'Go on' }).last().click();
  await expect(guest.frame.places).toBeVisible();
  await openPage(guest.page, '/settings');
  await expect(guest.page.getByText('9 recovery codes are left.')).toBeVisible();
});

test('a passkey of the device signs in without a password', async ({ signInAs, asStranger }) => {
  const guest = await asStranger();
  const { page } = guest;
  await invited(await signInAs('manufacturer'), guest);
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  const settings = new SettingsPage(page);
  await settings.open();
  await settings.passkeys.getByLabel('Name').fill('Till in the front');
  await settings.passkeys.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(
    settings.passkeys.getByRole('listitem').filter({ hasText: 'Till in the front' }),
  ).toBeVisible();
  await guest.frame.signOut();

  await new SignInPage(page).open();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(guest.frame.places).toBeVisible();
  await settings.open();
  await expect(page.getByText('passkey', { exact: false }).first()).toBeVisible();
  await settings.passkeys.getByRole('button', { name: 'Remove' }).click();
  await expect(settings.passkeys.getByText('None yet.')).toBeVisible();
});

test('signing out everywhere ends the session of another browser', async ({ signInAs, asStranger }) => {
  const [here, there] = [await asStranger(), await asStranger()];
  const email = await invited(await signInAs('manufacturer'), here);
  await signIn(there.page, email);
  await expect(there.frame.places).toBeVisible();

  await new SettingsPage(here.page).open();
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(new SignInPage(here.page).heading).toBeVisible();
  await openPage(there.page, '/receive');
  await expect(new SignInPage(there.page).heading).toBeVisible();
});

test('a grant is given, seen in the log, and ended', async ({ signInAs }) => {
  const { page } = await signInAs('manufacturer');
  await openPage(page, '/settings/grants');
  await page.getByText('Grant something').click();
  const to = page.getByLabel('To', { exact: true });
  await to.selectOption({ index: 0 });
  const receiver = ((await to.locator('option').first().textContent()) ?? '').replace(/ \([^)]*\)$/, '');
  await page.getByLabel('Batch').fill('B-1');
  await page.getByLabel('I may give these records to the receiver').check();
  await page.getByRole('button', { name: 'Grant', exact: true }).click();
  await expect(page.getByRole('alert').first()).toContainText('A batch and a serial are those of a product');
  await page.getByLabel('Batch').fill('');
  await page.getByRole('button', { name: 'Grant', exact: true }).click();

  const grant = page
    .getByRole('listitem')
    .filter({ hasText: `${receiver} may see` })
    .first();
  await expect(grant).toContainText('everything reported');
  await expect(grant).toContainText('in force');
  await grant.getByRole('button', { name: 'End' }).click();
  await expect(grant).toContainText('ended');
});

test('an address that cannot be decoded is answered with a problem document', async ({ request }) => {
  for (const path of ['/api/v1/packs/%FF/1', '/epcis/v2/events/%', '/log/receipt/%zz', '/01/%C0']) {
    const answer = await request.get(path);
    expect([path, answer.status()]).toEqual([path, 400]);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'request/address' });
  }
});
