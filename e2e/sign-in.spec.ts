import { userOf } from './demo-world.ts';
import { openPage } from './open-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { expect, test } from './site-test.ts';

const REFUSED = 'Address and password do not belong together.';

test('address and password lead in, and Sign out leads out for good', async ({ asStranger, world }) => {
  const { page, frame } = await asStranger();
  const { email, password, organisation } = userOf(world, 'wholesaler');
  const door = new SignInPage(page);
  await door.open();
  await door.signIn(email, password);
  await expect(frame.places).toBeVisible();
  await page.getByRole('button', { name: /^Account of / }).click();
  await expect(page.getByText(organisation).last()).toBeVisible();
  await page.keyboard.press('Escape');
  const cookies = await page.context().cookies();
  expect(cookies.some(({ name, httpOnly }) => name.includes('session') && httpOnly)).toBe(true);

  await frame.signOut();
  await expect(door.heading).toBeVisible();
  await page.context().addCookies(cookies);
  await openPage(page, '/receive');
  await expect(door.heading).toBeVisible();
});

test('a wrong password and an unknown address get the same sentence', async ({ asStranger, world }) => {
  const { page } = await asStranger();
  const door = new SignInPage(page);
  await door.open();
  const { email } = userOf(world, 'pharmacy');
  await door.signIn(email, 'not the password');
  await expect(door.problem).toContainText(REFUSED);
  await expect(door.email).toHaveValue(email);
  await door.signIn('nobody@vialog.example', 'not the password');
  await expect(door.email).toHaveValue('nobody@vialog.example');
  await expect(door.problem).toContainText(REFUSED);
});

test('nonsense in both fields gets a sentence', async ({ asStranger }) => {
  const { page } = await asStranger();
  const door = new SignInPage(page);
  await door.open();
  await door.signIn(`${'x'.repeat(400)}@example.org`, '\u0000\u{1f48a}');
  await expect(door.problem).toContainText(REFUSED);
});

test('a password can be looked at while it is typed', async ({ asStranger }) => {
  const { page } = await asStranger();
  const door = new SignInPage(page);
  await door.open();
  await door.password.fill('a long pass phrase');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(door.password).toHaveAttribute('type', 'text');
});

test('who is not signed in is led to the sign-in page, and then to the page asked for', async ({
  asStranger,
  world,
}) => {
  const { page, frame } = await asStranger();
  const door = new SignInPage(page);
  await openPage(page, '/receive?after=1');
  await expect(door.heading).toBeVisible();
  const { email, password } = userOf(world, 'hospital');
  await door.signIn(email, password);
  await expect(page.getByRole('heading', { name: 'Receive', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/receive/);
  await expect(frame.places).toBeVisible();
});

for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
  test(`an address to go on to that leads elsewhere (${next}) is not followed`, async ({
    asStranger,
    world,
  }) => {
    const { page } = await asStranger();
    await openPage(page, `/sign-in?next=${encodeURIComponent(next)}`);
    await new SignInPage(page).stepInto(userOf(world, 'pharmacy').email);
    await expect(page.getByRole('button', { name: /^Account of / })).toBeVisible();
    expect(new URL(page.url()).hostname).toBe('localhost');
  });
}

test('a session that was tampered with is none', async ({ signInAs, browser, baseURL }) => {
  const { page } = await signInAs('pharmacy');
  await openPage(page, '/scan');
  const cookies = await page.context().cookies();
  const stranger = await browser.newContext();
  const turned = cookies.map((cookie) => ({
    ...cookie,
    value: cookie.value.replace(/[A-Za-z](?=[^A-Za-z]*$)/, (letter) => (letter === 'a' ? 'b' : 'a')),
  }));
  await stranger.addCookies(turned);
  const other = await stranger.newPage();
  await other.goto(`${baseURL}/scan`);
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await stranger.close();
});
