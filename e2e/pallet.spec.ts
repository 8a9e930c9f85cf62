import { userOf } from './demo-world.ts';
import { expectAccessible, expectNoSideways } from './expect-accessible.ts';
import { openPage } from './open-page.ts';
import type { Site } from './site.ts';
import { expect, test } from './site-test.ts';

const GTIN = '09521234001041';
const MARK = Date.now().toString(36).toUpperCase();
const BATCH = `P${MARK}`;
const EXPIRY = { typed: '2029-05-31', printed: '290531' } as const;
const SERIALS = Array.from({ length: 12 }, (_, n) => `PALLET${MARK}${String(n).padStart(2, '0')}`);
const [DELIVERY, TO_FIRST, TO_SECOND] = ['D', 'A', 'B'].map((part) => `${part}${MARK}`) as [
  string,
  string,
  string,
];

/** A number of the manufacturer's that nothing else in this run has; GS1's check digit makes it whole. */
function sscc(n: number): string {
  const body = `79521234${String(Date.now() % 1_000_000_000)
    .slice(0, 8)
    .padStart(8, '0')}${n}`;
  const sum = [...body].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

const [PALLET, FIRST_CASE, SECOND_CASE] = [sscc(1), sscc(2), sscc(3)] as const;
const codeOf = (serial: string): string => `(01)${GTIN}(21)${serial}`;
const packOf = (serial: string) => ({ gtin: GTIN, serial, batch: BATCH, expiry: EXPIRY.printed });

/** A page of cases and pallets holds for who does not see colours, and on a phone. */
async function expectGood({ page }: Site, what: string): Promise<void> {
  await expectAccessible(page, what, 'all');
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSideways(page, what);
  if (before) await page.setViewportSize(before);
}

/** One scan of a label, or what a reader pasted, takes the delivery in. */
async function receiveAsOne(site: Site, reference: string, label: string, count: number): Promise<void> {
  const { page, receive } = site;
  await receive.open();
  await receive.delivery(reference).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Delivery from / })).toBeVisible();
  await receive.paste(`(00)${label}`);
  await expect(page.getByText(`${count} of ${count} scanned`).first()).toBeVisible();
}

test.describe
  .serial('a pallet from the factory to two pharmacies', () => {
    test('the manufacturer packs twelve packs into two cases on a pallet', async ({ signInAs }) => {
      const site = await signInAs('manufacturer');
      const { page, register, container } = site;
      await register.open();
      await register.chooseProduct(/Metformin/);
      await register.fillBatch(BATCH, EXPIRY.typed);
      await register.paste(SERIALS.join('\n'));
      await expect(page.getByText('12 packs, no fault')).toBeVisible();
      await register.goOn();
      await register.start();
      await expect(register.done).toHaveText('12 packs registered.', { timeout: 30_000 });

      for (const [at, label] of [FIRST_CASE, SECOND_CASE].entries()) {
        await container.open();
        await container.take(label);
        await expect(page.getByText('Nothing is recorded of it here.')).toBeVisible();
        await container.add(
          SERIALS.slice(at * 6, at * 6 + 6)
            .map(codeOf)
            .join('\n'),
        );
        await expect(page.getByText('6 packs scanned')).toBeVisible();
        await expectGood(site, 'packing a case');
        await container.putIn();
        await expect(container.done).toHaveText('Packed');
      }
      await container.open();
      await container.take(PALLET);
      await container.add(`(00)${FIRST_CASE}\n(00)${SECOND_CASE}`);
      await container.putIn();
      await expect(container.done).toHaveText('Packed');
      await page.getByRole('link', { name: 'See what is in it' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(PALLET);
      await expect(container.contents).toHaveCount(2);
      await expect(page.getByText('2 items in it, 12 packs in all')).toBeVisible();
      await expectGood(site, 'the page of a pallet');
    });

    test('and ships it by its label alone', async ({ signInAs, world }) => {
      const site = await signInAs('manufacturer');
      const { page, ship } = site;
      await ship.open();
      await ship.to(userOf(world, 'wholesaler').organisation);
      await page.getByLabel('Delivery number').fill(DELIVERY);
      await ship.paste(`(00)${PALLET}`);
      await expect(page.getByText('12 packs ready to ship')).toBeVisible();
      await expectGood(site, 'shipping a pallet');
      await ship.submit.click();
      await expect(ship.done).toBeVisible();
      await expect(page.getByText('12 packs on the way. The receiver sees the delivery now.')).toBeVisible();
    });

    test('the wholesaler receives it with one scan and a spot check', async ({ signInAs }) => {
      const site = await signInAs('wholesaler');
      const { page, receive } = site;
      await receiveAsOne(site, DELIVERY, PALLET, 12);
      await expect(page.getByText('Scan some of the packs themselves as a spot check.')).toBeVisible();
      await receive.paste(codeOf(SERIALS[3] ?? ''));
      await expect(page.getByText('1 pack checked, 11 packs taken from the label.')).toBeVisible();
      await expectGood(site, 'receiving a pallet');
      await receive.submit.click();
      await expect(receive.done).toBeVisible();
      await expect(page.getByText('12 packs are yours now.')).toBeVisible();
    });

    test('opens it, and sends a case to each of two pharmacies', async ({ signInAs, world }) => {
      const site = await signInAs('wholesaler');
      const { page, container, ship } = site;
      await container.open();
      await container.take(PALLET);
      await expect(page.getByText('It stands at your place.')).toBeVisible();
      await container.takeEverythingOut();
      await expect(container.done).toHaveText('Unpacked');
      for (const [label, account, reference] of [
        [FIRST_CASE, 'pharmacy', TO_FIRST],
        [SECOND_CASE, 'pharmacy-2', TO_SECOND],
      ] as const) {
        await ship.open();
        await ship.to(userOf(world, account).organisation);
        await page.getByLabel('Delivery number').fill(reference);
        await ship.paste(`(00)${label}`);
        await expect(page.getByText('6 packs ready to ship')).toBeVisible();
        await ship.submit.click();
        await expect(ship.done).toBeVisible();
      }
      await container.openOne(PALLET);
      await expect(page.getByText('Nothing is in it.')).toBeVisible();
    });

    for (const [account, reference, label, from] of [
      ['pharmacy', TO_FIRST, FIRST_CASE, 0],
      ['pharmacy-2', TO_SECOND, SECOND_CASE, 6],
    ] as const)
      test(`${account} receives its case with one scan and supplies out of it`, async ({ signInAs }) => {
        const site = await signInAs(account);
        const { page, receive, container, scan, pack } = site;
        await receiveAsOne(site, reference, label, 6);
        await receive.submit.click();
        await expect(receive.done).toBeVisible();

        await container.open();
        await container.take(label);
        await container.takeEverythingOut();
        await expect(container.done).toHaveText('Unpacked');

        await scan.switchCameraOff();
        await scan.open();
        await scan.scan(packOf(SERIALS[from] ?? ''));
        await expect(scan.word).toHaveText('Supply', { ignoreCase: true });
        await expect(scan.button('Supply')).toBeFocused();
        await page.keyboard.press('Enter');
        await expect(scan.word).toHaveText('Supplied', { ignoreCase: true });

        await pack.open(GTIN, SERIALS[from] ?? '');
        await expect(page.getByRole('heading', { name: 'Supplied', exact: true })).toBeVisible();
      });

    test('the other pharmacy knows nothing of the first one’s case or packs', async ({ signInAs }) => {
      const { page, container, frame, pack } = await signInAs('pharmacy-2');
      await container.openOne(FIRST_CASE);
      await expect(frame.notFound).toBeVisible();
      await pack.open(GTIN, SERIALS[0] ?? '');
      await expect(frame.notFound).toBeVisible();
      await openPage(page, '/receive');
      await expect(page.getByText(TO_FIRST)).toHaveCount(0);
    });
  });
