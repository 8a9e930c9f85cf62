import { toBuffer } from 'bwip-js/node';
import { packFor } from './demo-world.ts';
import { expectAccessible, expectNoSideways } from './expect-accessible.ts';
import { linkOf, VerifyPage } from './pages/verify-page.ts';
import { expect, test } from './site-test.ts';

const PHONE = { width: 360, height: 740 };

test.describe('the public check, on a phone, by nobody in particular', () => {
  test('a genuine pack is known and fit; the answer is proved in the browser; no cookie is set', async ({
    asStranger,
    world,
  }) => {
    const { page } = await asStranger();
    await page.setViewportSize(PHONE);
    const verify = new VerifyPage(page);
    await verify.open();
    await verify.type(packFor(world, 'genuine, at the demo pharmacy'));
    await expect(verify.heading).toHaveText('Known, and fit to use');
    await expect(verify.heading).toBeInViewport();
    await expectNoSideways(page, 'the answer');
    await page.getByRole('button', { name: /^Prove/ }).click();
    await expect(verify.main).toContainText(/This event is entry [\d,]+ of a log/, { timeout: 20_000 });
    expect(await page.context().cookies()).toEqual([]);
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => !key.includes('head'))),
    ).toEqual([]);
  });

  for (const purpose of ['stolen', 'recalled batch', 'expired', 'destroyed']) {
    test(`a pack that is “${purpose}” is known and not fit, and why is not told`, async ({
      asStranger,
      world,
    }) => {
      const { page } = await asStranger();
      const verify = new VerifyPage(page);
      await verify.open();
      await verify.type(packFor(world, purpose));
      await expect(verify.heading).toHaveText('Known, and not fit to use');
      await expect(verify.main).not.toContainText(/stolen|recall|destroy/i);
    });
  }

  test('a wrong batch and an unknown serial are told in the same words', async ({ asStranger, world }) => {
    const { page } = await asStranger();
    const verify = new VerifyPage(page);
    const pack = packFor(world, 'stolen');
    const answers = new Set<string>();
    for (const wrong of [{ batch: 'WRONG1' }, { serial: 'NOBODYS1' }]) {
      const asked = { ...pack, ...wrong };
      await verify.open();
      await verify.type(asked);
      await expect(verify.heading).toHaveText('Not confirmed');
      const text = (await verify.main.textContent()) ?? '';
      answers.add(text.replace(asked.batch, 'BATCH').replace(asked.serial, 'SERIAL'));
    }
    expect(answers.size).toBe(1);
  });

  test('a Digital Link opens the answer at once, also without scripts', async ({
    browser,
    asStranger,
    world,
  }) => {
    const pack = packFor(world, 'genuine, at the demo pharmacy');
    const { page } = await asStranger();
    await page.goto(linkOf(pack));
    await expect(new VerifyPage(page).heading).toHaveText('Known, and fit to use');

    const plain = await browser.newContext({ javaScriptEnabled: false });
    const verify = new VerifyPage(await plain.newPage());
    await verify.page.goto(linkOf(pack));
    await expect(verify.heading).toHaveText('Known, and fit to use');
    await verify.page.goto('/verify');
    await verify.type({ ...pack, serial: 'NOBODYS2' });
    await expect(verify.heading).toHaveText('Not confirmed');
    await plain.close();
  });

  test('a link without batch and date asks for what stands on the pack', async ({ asStranger, world }) => {
    const { page } = await asStranger();
    const { gtin, serial } = packFor(world, 'genuine, at the demo pharmacy');
    await page.goto(`/01/${gtin}/21/${encodeURIComponent(serial)}`);
    await expect(page.getByLabel('Serial number')).toHaveValue(serial);
    await expect(page.getByLabel('Batch')).toHaveValue('');
  });

  test('a client that asks for the links of a Digital Link gets them', async ({ request, world }) => {
    const pack = packFor(world, 'stolen');
    const answer = await request.get(linkOf(pack), { headers: { accept: 'application/linkset+json' } });
    expect(answer.headers()['content-type']).toBe('application/linkset+json');
    const { linkset } = await answer.json();
    expect(linkset[0].anchor).toBe(
      `https://id.gs1.org/01/${pack.gtin}/21/${encodeURIComponent(pack.serial)}`,
    );
  });

  test('a doubt with a photo reaches the regulator', async ({ asStranger, signInAs, world }) => {
    const { page } = await asStranger();
    await page.setViewportSize(PHONE);
    const verify = new VerifyPage(page);
    await verify.open();
    await verify.type(packFor(world, 'wrong batch'));
    await verify.button('I doubt this pack').click();
    const words = `The seal was broken (${Date.now()}).`;
    await page.getByLabel('In your words').fill(words);
    // The country of the demo world's regulator.
    await page.getByLabel('Where did you get it?').selectOption('DE');
    const picture = await toBuffer({ bcid: 'datamatrix', text: 'a photo', scale: 8 });
    await page
      .getByLabel('A photo of the pack')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: picture });
    await expectAccessible(page, 'the report of a doubt', 'all');
    await verify.button('Send the report').click();
    await expect(verify.heading).toHaveText('Thank you. The report has been sent.');

    const regulator = await signInAs('regulator');
    await regulator.page.goto('/anomalies?q=doubts');
    await regulator.page
      .getByRole('link', { name: /Somebody in Germany doubts a pack/ })
      .first()
      .click();
    await expect(regulator.page.getByText(words)).toBeVisible();
    const photo = regulator.page.getByRole('img', { name: 'Photo that came with the report' });
    await expect(photo).toBeVisible();
    expect(await photo.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(10);
  });

  test('every look of every answer is fit to be read', async ({ asStranger, world }) => {
    const { page } = await asStranger();
    const verify = new VerifyPage(page);
    await verify.open();
    const looks = [
      ['light', 360],
      ['dark', 1440],
    ] as const;
    const look = async (what: string) => {
      for (const [colorScheme, width] of looks) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 800 });
        await expectNoSideways(page, what);
        await expectAccessible(page, `${what}, ${colorScheme}, ${width}`, 'all');
      }
    };
    await look('the check');
    const pack = packFor(world, 'expired');
    for (const [what, asked] of [
      ['fit', packFor(world, 'genuine, at the demo pharmacy')],
      ['not fit', pack],
      ['not confirmed', { ...pack, serial: 'NOBODYS3' }],
    ] as const) {
      await verify.open();
      await verify.type(asked);
      await expect(verify.heading).toHaveText(/^(Known|Not confirmed)/);
      await look(what);
    }
  });
});
