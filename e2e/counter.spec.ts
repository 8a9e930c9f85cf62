import { packFor } from './demo-world.ts';
import { scanByHand, symbolOf } from './hand-scanner.ts';
import { expect, test } from './site-test.ts';

test.describe('the counter, by keyboard alone', () => {
  test('a hand scanner types the pack, Enter supplies it, and the supply is undone', async ({
    signInAs,
    world,
  }) => {
    const { page, scan } = await signInAs('pharmacy');
    const pack = packFor(world, 'genuine, at the demo pharmacy');
    await scan.open();
    await scanByHand(page, symbolOf(pack), 'control character');
    await expect(scan.word).toHaveText('Supply', { ignoreCase: true });
    await expect(scan.button('Supply')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(scan.word).toHaveText('Supplied', { ignoreCase: true });

    await page.keyboard.press('Tab');
    await expect(scan.button('Undo')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(scan.word).toHaveText('Undone', { ignoreCase: true });
    await page.keyboard.press('Enter');
    await expect(scan.screen).toHaveCount(0);
    await expect(scan.row(pack.serial)).toContainText('supply undone');
  });

  test('a scanner that sends the separator as Ctrl and ] is understood as well', async ({
    signInAs,
    world,
  }) => {
    const { page, scan } = await signInAs('pharmacy');
    await scan.open();
    await scanByHand(page, symbolOf(packFor(world, 'recalled batch')), 'Ctrl ]');
    await expect(scan.word).toHaveText('Set aside', { ignoreCase: true });
    await expect(scan.screen).toContainText(/recalled/i);
    await page.keyboard.press('Escape');
    await expect(scan.screen).toHaveCount(0);
  });

  test('a supply can be undone from the list, as long as days are left', async ({ signInAs, world }) => {
    const { page, scan } = await signInAs('hospital');
    const pack = packFor(world, 'genuine, at the hospital');
    await scan.open();
    await scan.scan(pack);
    await expect(scan.word).toHaveText('Supply', { ignoreCase: true });
    await page.keyboard.press('Enter');
    await expect(scan.word).toHaveText('Supplied', { ignoreCase: true });
    await page.keyboard.press('Escape');
    const row = scan.row(pack.serial);
    await expect(row).toContainText(/\d+ days left/);
    await row.getByRole('button', { name: `Undo ${pack.serial}` }).press('Enter');
    await expect(row).toContainText('supply undone');
  });

  test('a pack is typed in, and is recorded as typed', async ({ signInAs, world }) => {
    const { page, scan } = await signInAs('pharmacy');
    const pack = packFor(world, 'already dispensed');
    await scan.open();
    const asked = page.waitForRequest((request) => request.url().includes(`/api/v1/packs/${pack.gtin}/`));
    await scan.openTyping();
    await expect(scan.typing.getByLabel('GTIN (product code)')).toBeFocused();
    for (const text of [pack.gtin, pack.serial, pack.batch, pack.expiry]) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await expect(scan.typing.getByRole('button', { name: 'Verify' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(scan.word).toHaveText('Set aside', { ignoreCase: true });
    expect((await asked).headers()['entry-mode']).toBe('manual');
  });

  for (const purpose of ['stolen', 'expired', 'destroyed', 'locked by the regulator']) {
    test(`a pack that is “${purpose}” is set aside, and why is told in words`, async ({
      signInAs,
      world,
    }) => {
      const { scan } = await signInAs('pharmacy');
      await scan.open();
      await scan.scan(packFor(world, purpose));
      await expect(scan.word).toHaveText('Set aside', { ignoreCase: true });
      await expect(scan.screen.getByRole('heading', { name: 'What to do now' })).toBeVisible();
      await expect(scan.button('Supply')).toHaveCount(0);
      await expect(scan.screen).not.toContainText(/\b(pack|batch|product)\/[a-z]/);
    });
  }

  const odd = Date.now().toString(36).toUpperCase();
  // Each of a pack of its own: a second oddity of one pack is “once more” already.
  for (const [at, [what, wrong]] of [
    ['a serial that nobody made', { serial: `X${odd}` }] as const,
    ['another batch than registered', { batch: `B${odd}` }] as const,
    ['another expiry than registered', { expiry: '311231' }] as const,
  ].entries()) {
    test(`${what} is to be scanned again; once more, and the pack is set aside`, async ({
      signInAs,
      world,
    }) => {
      const { page, scan } = await signInAs('pharmacy');
      const genuine = world.packs.filter(({ purpose }) => purpose === 'genuine, at the demo pharmacy');
      const pack = { ...packFor(world, 'genuine, at the demo pharmacy'), ...genuine[at], ...wrong };
      await scan.open();
      await scan.scan(pack);
      await expect(scan.word).toHaveText('Scan again', { ignoreCase: true });
      await expect(scan.screen).toContainText('Nobody has been told');
      await page.keyboard.press('Enter');
      await expect(scan.screen).toHaveCount(0);
      await scan.scan(pack);
      await expect(scan.word).toHaveText('Set aside', { ignoreCase: true });
    });
  }

  test('a scan without a connection is decided by the list of the device, kept, and sent when it is back', async ({
    signInAs,
    world,
    faults,
  }) => {
    const { page, scan } = await signInAs('pharmacy');
    await scan.open();
    await page.getByText(/^Offline list .* old$/).waitFor();
    await page.context().setOffline(true);
    const pack = packFor(world, 'stolen');
    await scan.scan(pack);
    await expect(scan.word).toHaveText('Look twice', { ignoreCase: true });
    await page.keyboard.press('Escape');
    await expect(scan.row(pack.serial)).toContainText('Kept here');
    await page.context().setOffline(false);
    await expect(page.getByText(/waits? to be sent/)).toHaveCount(0, { timeout: 30_000 });
    await expect(scan.row(pack.serial)).not.toContainText('Kept here');
    expect(
      faults.every((fault) => fault.includes('ERR_INTERNET_DISCONNECTED')),
      faults.join('\n'),
    ).toBe(true);
    faults.length = 0;
  });
});

test.describe('a scan that cannot be trusted is not sent', () => {
  const cases = [
    { what: 'nonsense', text: 'THISISNOTAPACKATALL', says: 'Scan again' },
    { what: 'the product barcode', text: '9506000134352', says: 'barcode of the product' },
    {
      what: 'a code without its separator',
      text: '010950600013435221ABCDEFGHIJKLMNOPQRSTUVWXYZ',
      says: 'Scan again',
    },
    { what: 'a wrong check digit', text: '0109506000134353211234567890', says: 'check digit' },
    { what: 'a web address', text: 'https://example.org/whatever', says: 'web address' },
    { what: 'a label of a case', text: '00095060057246293311', says: 'Scan again' },
  ];
  for (const { what, text, says } of cases) {
    test(`${what} gets a sentence and a cure`, async ({ signInAs }) => {
      const { page, scan } = await signInAs('pharmacy');
      await scan.open();
      const sent: string[] = [];
      page.on('request', (request) => sent.push(new URL(request.url()).pathname));
      await scanByHand(page, text);
      await expect(scan.word).toHaveText(/Scan again|Set aside/i);
      await expect(scan.screen).toContainText(new RegExp(says, 'i'));
      await expect(scan.screen).toContainText('Nothing was sent.');
      // The device keeps its list of blocked packs fresh, whatever is scanned.
      expect(sent.filter((path) => path.startsWith('/api/') && path !== '/api/v1/block-list')).toEqual([]);
    });
  }
});
