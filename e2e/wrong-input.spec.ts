import type { Role } from './demo-world.ts';
import { openPage } from './open-page.ts';
import { expect, test } from './site-test.ts';

const NONSENSE = [
  '\u0000',
  '%00',
  "'; drop table pack; --",
  '../../etc/passwd',
  '\u{1f48a}',
  'x'.repeat(3000),
  '<script>alert(1)</script>',
];

test('addresses of nothing are answered with “nothing here”, not with a crash', async ({ signInAs }) => {
  const places: readonly (readonly [Role, string])[] = [
    ['pharmacy', '/packs/09506000134352/NEVERMADE'],
    ['pharmacy', '/packs/123/1'],
    ['pharmacy', '/packs/nonsense/%00'],
    ['pharmacy', '/receive/nonsense'],
    ['pharmacy', '/receive/00000000-0000-0000-0000-000000000000'],
    ['manufacturer', '/register/nonsense'],
    ['manufacturer', '/register/00000000-0000-0000-0000-000000000000'],
    ['regulator', '/anomalies/nonsense'],
    ['regulator', `/anomalies/${'f'.repeat(64)}`],
    ['pharmacy', '/packs/09506000134352/%FF'],
    ['pharmacy', '/packs/09506000134352/..%2f..'],
    ['pharmacy', `/packs/09506000134352/${'x'.repeat(3000)}`],
    ['manufacturer', '/batches/09506000134352/NEVERMADE'],
    ['manufacturer', '/batches/%00/%00'],
    ['regulator', '/anomalies/%00'],
    ['regulator', '/no/such/page'],
  ];
  for (const [role, path] of places) {
    const { page, frame } = await signInAs(role);
    await openPage(page, path);
    await expect(frame.notFound, path).toBeVisible();
    await page.context().close();
  }
});

test('filters that mean nothing leave a page that works', async ({ signInAs }) => {
  const { page, anomalies } = await signInAs('regulator');
  const queries = [
    'severity=99',
    'severity=five&kind=x&status=y',
    'after=nonsense',
    'q=%00%00',
    'q[]=1&q[]=2',
    'country=%F0%9F%92%8A',
  ];
  for (const query of queries) {
    await anomalies.open(`?${query}`);
    await expect(page.getByRole('heading', { name: 'Anomalies', level: 1 }), query).toBeVisible();
    await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
  }
  for (const before of ['nonsense', '%00', '-1', '99999999999999999999']) {
    await openPage(page, `/ledger?before=${before}`);
    await expect(page.getByRole('heading', { name: 'Ledger', level: 1 }), before).toBeVisible();
  }
  const maker = await signInAs('manufacturer');
  for (const after of ['nonsense', '%00', '-1', '1&after=2']) {
    await openPage(maker.page, `/receive?after=${after}`);
    await expect(maker.page.getByRole('heading', { name: 'Receive', level: 1 }), after).toBeVisible();
    await openPage(maker.page, `/batches?after=${after}`);
    await expect(maker.page.getByRole('heading', { name: 'Batches', level: 1 }), after).toBeVisible();
  }
});

test('a search for nonsense finds nothing, and says so', async ({ signInAs }) => {
  const { page, frame } = await signInAs('pharmacy');
  for (const words of NONSENSE) {
    await openPage(page, `/search?q=${encodeURIComponent(words)}`);
    await expect(frame.main.getByRole('heading').first(), words).toBeVisible();
    await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toHaveCount(0);
  }
});

test('codes that are none are named line by line', async ({ signInAs }) => {
  const { page, ship } = await signInAs('wholesaler');
  await ship.open();
  await expect(ship.submit).toBeDisabled();
  await ship.paste('nonsense\n(01)09506000134353(21)A\n(00)095060057246293311\n\n12');
  const dialog = page.getByRole('dialog', { name: 'Paste codes' });
  await expect(dialog).toContainText('Line 1:');
  await expect(dialog).toContainText('Line 2:');
  await expect(dialog).toContainText('Line 3:');
  await page.keyboard.press('Escape');
  await ship.paste('(01)09521234001010(21)NEVERMADE');
  await expect(page.getByText('1 pack cannot be shipped from here')).toBeVisible();
  await expect(ship.submit).toBeDisabled();
});

test('typing nonsense from a pack names each fault beside its field', async ({ signInAs }) => {
  const { scan } = await signInAs('pharmacy');
  await scan.open();
  await scan.openTyping();
  await scan.type({ gtin: '123', serial: 'a b', batch: '', expiry: '281332' });
  await expect(scan.typing).toContainText('A GTIN has 8, 12, 13 or 14 digits; this has 3.');
  await expect(scan.typing).toContainText('spaces cannot');
  await expect(scan.typing).toContainText('The batch is missing.');
  await expect(scan.typing).toContainText('Characters 3 and 4 are the month');
  await scan.type({ gtin: '09506000134353', serial: 'A', batch: 'B', expiry: '280231' });
  await expect(scan.typing).toContainText('The last digit should be 2');
  await expect(scan.typing).toContainText('this month has no such day');
});
