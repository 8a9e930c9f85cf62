import { packFor } from './demo-world.ts';
import { type Country, scanFromAmerica } from './foreign-scanner.ts';
import { symbolOf } from './hand-scanner.ts';
import { openPage } from './open-page.ts';
import { readCode } from './read-code.ts';
import type { Site } from './site.ts';
import { expect, test } from './site-test.ts';

const CODES = ['First code', 'Second code', 'Third code'];

async function passSelfTest({ page }: Site, country: Country): Promise<void> {
  for (const name of CODES) {
    const picture = page.getByRole('img', { name: `${name} of the self-test` });
    await picture.waitFor();
    await scanFromAmerica(page, await readCode(picture), country);
  }
}

for (const [country, language] of [
  ['Germany', 'German'],
  ['France', 'French'],
] as const) {
  test(`an American scanner at a computer in ${country} is found out, learnt, and then reads packs`, async ({
    signInAs,
    world,
  }) => {
    const site = await signInAs('pharmacy');
    const { page, scan } = site;
    const pack = packFor(world, 'genuine, at the demo pharmacy');
    await scan.switchCameraOff();
    await scan.open();

    await scanFromAmerica(page, `]d2${symbolOf(pack)}`, country);
    await expect(scan.word).toHaveText('Scan again', { ignoreCase: true });
    await expect(scan.screen).toContainText(`English (US), this computer to ${language}`);
    await expect(scan.screen).toContainText('Nothing was sent.');
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: 'Test it' }).click();
    await expect(page.getByRole('heading', { name: 'Test the hand scanner' })).toBeVisible();
    await passSelfTest(site, country);
    await expect(page.getByRole('heading', { name: 'The scanner works here now' })).toBeVisible();
    await expect(page.getByText(`choose the keyboard language ${language}`)).toBeVisible();

    await page.getByRole('link', { name: 'Back to Scan' }).click();
    await scan.listening();
    await scanFromAmerica(page, `]d2${symbolOf(pack)}`, country);
    await expect(scan.screen).toContainText(pack.serial);
    await expect(scan.word).toHaveText(/Supply|Set aside/i);
  });
}

test('a well set scanner passes the self-test', async ({ signInAs }) => {
  const site = await signInAs('wholesaler');
  await openPage(site.page, '/scan/self-test');
  await passSelfTest(site, 'United States');
  await expect(site.page.getByRole('heading', { name: 'The scanner is well set' })).toBeVisible();
});
