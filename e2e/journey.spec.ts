import type { Locator } from '@playwright/test';
import { packFor, userOf } from './demo-world.ts';
import { FILMED, test } from './film-test.ts';
import { scanByHand, symbolOf } from './hand-scanner.ts';
import { openPage } from './open-page.ts';
import { expect } from './site-test.ts';
import { takePicture } from './take-picture.ts';

/** Made together with the filmed pack; one of them is supplied, one recalled before anybody asks for it. */
const SISTERS = ['7K2MPQX4RT9W', '5HN3VBX8CZ2L', '9DW6TGY1FJ4S', '4ZR8LKM2XC7B'] as const;
const packOf = (serial: string) => ({ ...FILMED, serial });
const PACKS = [FILMED.serial, ...SISTERS].map(packOf);
/** The finding about the code that was shown twice; others may concern the same pack. */
const copied = (rows: Locator) => rows.filter({ hasText: 'One serial, two places' }).first();
const DELIVERY = `DN-${Date.now() % 1_000_000}`;

test.describe
  .serial('a pack from the line to the patient, and what becomes of its copy', () => {
    test('the manufacturer registers a batch', async ({ signInAs }) => {
      const { page, register } = await signInAs('manufacturer');
      await register.open();
      await register.chooseProduct(/Adalimumab/);
      await register.fillBatch(FILMED.batch, '2027-12-02');
      await register.paste(PACKS.map(({ serial }) => serial).join('\n'));
      await expect(page.getByText('5 packs, no fault')).toBeVisible();
      await register.goOn();
      await expect(page.getByRole('img', { name: 'Label of the first pack' })).toBeVisible();
      await takePicture(page, 'register');
      await register.start();
      await expect(register.done).toHaveText('5 packs registered.', { timeout: 30_000 });
    });

    test('and ships it to the pharmacy', async ({ signInAs, world }) => {
      const { page, ship } = await signInAs('manufacturer');
      await ship.open();
      await ship.to(userOf(world, 'pharmacy').organisation);
      await page.getByLabel('Delivery number').fill(DELIVERY);
      await ship.add(PACKS);
      await expect(page.getByText('5 packs ready to ship')).toBeVisible();
      await ship.submit.click();
      await expect(ship.done).toBeVisible();
      await expect(page.getByText('5 packs on the way. The receiver sees the delivery now.')).toBeVisible();
    });

    test('the pharmacy receives it, pack by pack', async ({ signInAs }) => {
      const { page, receive } = await signInAs('pharmacy');
      await receive.open();
      await receive.delivery(DELIVERY).click();
      await expect(page.getByRole('heading', { level: 1, name: /^Delivery from / })).toBeVisible();
      for (const [at, pack] of PACKS.entries()) {
        await scanByHand(page, symbolOf(pack));
        await expect(page.getByText(`${at + 1} of 5 scanned`).first()).toBeVisible();
        if (at === 2) await takePicture(page, 'receive');
      }
      await expect(page.getByText('All there. Nothing missing, nothing extra.')).toBeVisible();
      await receive.submit.click();
      await expect(receive.done).toBeVisible();
      await receive.open();
      await expect(receive.delivery(DELIVERY)).toHaveCount(0);
    });

    test('its camera reads the pack, and Enter supplies it', async ({ signInAs }) => {
      const { page, scan } = await signInAs('pharmacy');
      await openPage(page, '/scan');
      await expect(scan.word).toHaveText('Supply', { ignoreCase: true, timeout: 30_000 });
      await expect(scan.screen).toContainText('Adalimumab');
      await expect(scan.screen).toContainText(FILMED.serial);
      await expect(scan.screen).toContainText('2 December 2027');
      await takePicture(page, 'scan-verdict');
      await takePicture(page, 'scan-phone', 'phone');
      await expect(scan.button('Supply')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(scan.word).toHaveText('Supplied', { ignoreCase: true });
      await page.keyboard.press('Enter');
      await expect(scan.screen).toHaveCount(0);
      await expect(scan.row(FILMED.serial)).toContainText('supplied');
    });

    test('a copy of it in another country is set aside', async ({ signInAs, world }) => {
      const { page, scan } = await signInAs('hospital');
      await openPage(page, '/scan');
      await expect(scan.word).toHaveText('Set aside', { ignoreCase: true, timeout: 30_000 });
      await expect(scan.screen).toContainText('already');
      await expect(scan.screen).toContainText('Put the pack into the quarantine box, with the slip.');
      await expect(scan.button('Supply')).toHaveCount(0);
      await expect(scan.screen).not.toContainText('Apotheke');
      await takePicture(page, 'scan-set-aside');
      await page.keyboard.press('Enter');
      await expect(scan.row(FILMED.serial)).toContainText('In quarantine');

      // “Take another pack for the patient, and scan it.”
      const another = packFor(world, 'genuine, at the hospital');
      await scan.scan(another);
      await expect(scan.word).toHaveText('Supply', { ignoreCase: true });
      await page.keyboard.press('Enter');
      await expect(scan.word).toHaveText('Supplied', { ignoreCase: true });
    });

    test('the regulator finds it among the anomalies and proves the events', async ({ signInAs }) => {
      const { page, anomalies, pack } = await signInAs('regulator');
      await expect(async () => {
        await anomalies.open(`?q=${FILMED.serial}`);
        await expect(copied(anomalies.rows)).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 75_000 });
      await anomalies.open();
      await takePicture(page, 'anomalies');
      await anomalies.find(FILMED.serial);
      await copied(anomalies.rows).click();
      await expect(page.getByRole('heading', { level: 1, name: /^One serial, two places/ })).toBeVisible();
      for (const title of ['Observed', 'Expected', 'What to do', 'Innocent causes considered']) {
        await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
      }
      await takePicture(page, 'finding');
      await pack.proveAll();
      await expect(pack.proven.first()).toBeVisible();
      await expect(pack.failed).toHaveCount(0);
    });

    test('the whole story of the pack is proved in the browser', async ({ signInAs }) => {
      const { page, pack } = await signInAs('pharmacy');
      await pack.open(FILMED.gtin, FILMED.serial);
      await expect(page.getByRole('heading', { name: 'Supplied', exact: true })).toBeVisible();
      const count = await pack.events.count();
      expect(count).toBeGreaterThanOrEqual(2);
      await pack.proveAll();
      await expect(pack.proven).toHaveCount(count);
      await expect(page.getByText(/^This event is entry [\d,]+ of a log of [\d,]+ /).first()).toBeVisible();
      await takePicture(page, 'pack');
    });

    test('the manufacturer recalls the batch, and the recall reaches the counter', async ({ signInAs }) => {
      const { scan } = await signInAs('pharmacy');
      const sister = packOf(SISTERS[0]);
      await scan.switchCameraOff();
      await scan.open();
      await scan.scan(sister);
      await expect(scan.word).toHaveText('Supply', { ignoreCase: true });
      await expect(scan.button('Supply')).toBeFocused();

      const { page } = await signInAs('manufacturer');
      await openPage(page, `/batches/${FILMED.gtin}/${FILMED.batch}`);
      await page.getByText('Recall this batch').click();
      await page.getByLabel('Class').selectOption('I');
      await page.getByLabel('I have compared product and batch').check();
      await page.getByRole('button', { name: 'Recall the batch' }).click();
      await expect(page.getByText(/^Recalled by /)).toBeVisible();

      // The verdict on the screen is older than the recall; what counts is the moment of the supply.
      await scan.button('Supply').press('Enter');
      await expect(scan.word).toHaveText('Set aside', { ignoreCase: true });
      await expect(scan.screen).toContainText(/recalled/i);
      await expect(scan.button('Supply')).toHaveCount(0);
    });
  });
