import { existsSync } from 'node:fs';
import { readDemoWorld, userOf } from './demo-world.ts';
import { openPage } from './open-page.ts';
import { OwnServer } from './own-server.ts';
import { RegisterPage } from './pages/register-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { expect, test } from './site-test.ts';

const ROWS = 500_000;

const list = (): string =>
  `serial\n${Array.from({ length: ROWS }, (_, n) => `HALFMILLION${String(n).padStart(9, '0')}`).join('\n')}\n`;

test.describe('half a million serials', () => {
  test.skip(!existsSync('/proc/self/stat'), 'processes are found by way of /proc');

  test('the server is killed in the middle: none is active until all of them are', async ({ browser }) => {
    test.setTimeout(900_000);
    const server = await OwnServer.started();
    try {
      const context = await browser.newContext({ baseURL: server.address });
      const page = await context.newPage();
      const door = new SignInPage(page);
      await door.open();
      await door.stepInto(userOf(readDemoWorld(server.folder), 'manufacturer').email);
      await page.getByRole('button', { name: /^Account of / }).waitFor();

      const register = new RegisterPage(page);
      await register.open();
      await register.chooseProduct(/Amoxicillin/);
      await register.fillBatch('HALFMILLION', '2029-05-31');
      await register.upload('line-1.csv', list());
      await expect(page.getByRole('button', { name: 'Register 500,000 packs' })).toBeVisible({
        timeout: 180_000,
      });
      await register.start();
      // Some of them are written by now, and nobody may know it.
      await expect(page.getByText(/^[1-9][\d,]{5,} of 500,000$/)).toBeVisible({ timeout: 180_000 });
      await server.kill();
      await server.start();

      const address = page.url();
      await openPage(page, '/batches');
      await expect(page.getByText('Batch HALFMILLION')).toHaveCount(0);
      await openPage(page, address);
      await expect(register.done).toHaveText('500,000 packs registered.', { timeout: 400_000 });
      await page.getByRole('link', { name: 'The batch' }).click();
      await expect(page.getByText('500,000').first()).toBeVisible();
      await context.close();
    } finally {
      await server.stop();
    }
  });
});
