import { afterAll, beforeAll, expect, test } from 'vitest';
import { packRequest } from '../service/chain-in-tests.ts';
import { changePack } from '../service/change-pack.ts';
import { recallBatch } from '../service/recall-batch.ts';
import { registerBatch } from '../service/register-batch.ts';
import { verifyPack } from '../service/verify-pack.ts';
import { closeStore } from '../store/pool.ts';
import { startJobRunner } from '../worker/job-runner.ts';
import type { Running } from '../worker/loop.ts';
import { frameQuery } from './frame.ts';
import { homeScreen } from './home.ts';
import { ledgerScreen } from './ledger-screen.ts';
import { registerScreen } from './register-screen.ts';
import { registration } from './registration-screen.ts';
import { scanScreen } from './scan-screen.ts';
import { shippablePacks, shipScreen } from './ship-screen.ts';
import { now, type QueryWorld, queryWorld, serialOf } from './world-in-tests.ts';

let world: QueryWorld;
let runner: Running;
beforeAll(async () => {
  world = await queryWorld();
  runner = await startJobRunner();
});
afterAll(async () => {
  await runner.stop();
  await closeStore();
});

test('Home counts what waits for its reader and lists what its own place recorded', async () => {
  const home = await homeScreen(world.pharmacy, now());
  expect(home.place).toBe('Place 301');
  expect(home.needs).toMatchObject([
    { kind: 'receive', count: 1, href: '/receive', first: 'From Place 101' },
  ]);
  expect(home.recent.map(({ text }) => text)).toEqual([`Received 3 × Product ${world.gtin}`]);
  expect(await homeScreen(world.otherPharmacy, now())).toMatchObject({ needs: [], recent: [] });
  expect(await homeScreen(world.sandbox, now())).toMatchObject({ needs: [], recent: [] });
});

test('Scan lists the packs of its own place, each once with what was last said of it', async () => {
  const pack = packRequest(world.gtin, 'S1');
  await verifyPack(world.pharmacy, { ...pack, requestKey: 'first' });
  await verifyPack(world.pharmacy, { ...packRequest(world.gtin, 'S2'), requestKey: 'second' });
  await changePack(
    world.pharmacy,
    { ...pack, requestKey: 'third', at: now() },
    { state: 'supplied', note: undefined },
  );
  const { earlier, maySupply } = await scanScreen(world.pharmacy, now());
  expect(maySupply).toBe(true);
  expect(earlier).toMatchObject([
    { pack: { serial: 'S1', batch: 'L1', expiry: '280531' }, verdict: 'supply', target: 'supplied' },
    { pack: { serial: 'S2' }, verdict: 'supply', target: null, ledger: null, undoUntil: null },
  ]);
  expect(earlier[0]?.undoUntil).not.toBeNull();
  expect((await scanScreen(world.otherPharmacy, now())).earlier).toEqual([]);
  expect((await scanScreen(world.wholesaler, now())).maySupply).toBe(false);
});

test('Ship names other places of the realm, and says of a pack only what its holder may know', async () => {
  const { partners, from } = await shipScreen(world.pharmacy, now());
  expect(partners.map(({ name }) => name)).toEqual(['Place 101', 'Place 201', 'Place 401']);
  expect(from.name).toBe('Place 301');
  const packs = [
    { gtin: world.gtin, serial: serialOf('S2') },
    { gtin: world.gtin, serial: serialOf('S2'), batch: 'OTHER' },
    { gtin: world.gtin, serial: serialOf('T1') },
    { gtin: world.gtin, serial: serialOf('M1') },
    { gtin: world.gtin, serial: serialOf('none') },
  ];
  expect(await shippablePacks(world.pharmacy, packs, now())).toMatchObject([
    { fit: true, line: { batch: 'L1' } },
    { fit: false, code: 'pack/batch-mismatch' },
    { fit: false, code: 'pack/receipt-open' },
    { fit: false, line: null, code: 'pack/not-held' },
    { fit: false, line: null, code: 'pack/not-held' },
  ]);
  const strangers = await shippablePacks(world.otherPharmacy, packs, now());
  expect(new Set(strangers.map((answer) => JSON.stringify({ ...answer, key: null }))).size).toBe(1);
});

test('Register offers one’s own products, and a registration is its own organisation’s', async () => {
  expect((await registerScreen(world.manufacturer, now())).products).toMatchObject([{ gtin: world.gtin }]);
  expect((await registerScreen(world.pharmacy, now())).products).toEqual([]);
  const { lot, expiry } = packRequest(world.gtin, 'R1');
  if (!lot || !expiry) throw new Error('the requests of these tests have both');
  const job = await registerBatch(world.manufacturer, {
    ...{ gtin: world.gtin, lot, expiry: expiry.date, serials: ['R1', 'R2'], requestKey: 'r', at: now() },
  });
  const id = job.ok ? job.value : '';
  expect(await registration(world.manufacturer, id)).toMatchObject({
    packs: 2,
    batch: { gtin: world.gtin, batch: lot, expiry: '2028-05-31' },
  });
  for (const scope of [world.wholesaler, world.sandbox])
    expect(await registration(scope, id)).toBeUndefined();
  expect(await registration(world.manufacturer, 'no id')).toBeUndefined();
});

test('the frame says whose it is, and the ledger is everybody’s', async () => {
  expect(await frameQuery(world.pharmacy)).toMatchObject({
    organisation: 'Organisation 300',
    location: 'Place 301',
    role: 'pharmacy',
    pulse: { size: '0', signedAt: null, state: 'active' },
  });
  expect(await ledgerScreen(undefined)).toMatchObject({
    head: null,
    blocks: [],
    olderHref: null,
    state: 'active',
  });
});

test('a recall in reach shows up on the Home of who holds packs of the batch', async () => {
  const { lot } = packRequest(world.gtin, 'S1');
  if (!lot) throw new Error('the requests of these tests have one');
  await recallBatch(world.manufacturer, {
    ...{
      gtin: world.gtin,
      lot,
      recallClass: 'I',
      reach: ['IE'],
      note: undefined,
      requestKey: 'r',
      at: now(),
    },
  });
  expect((await homeScreen(world.pharmacy, now())).needs).toContainEqual({
    kind: 'recall',
    count: 2,
    href: `/batches/${world.gtin}/L1`,
    first: `Product ${world.gtin}, batch L1`,
  });
  expect((await homeScreen(world.otherPharmacy, now())).needs).toEqual([]);
});
