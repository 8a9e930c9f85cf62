import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import { deliver, LOT, packRequest } from '../service/chain-in-tests.ts';
import { changePack } from '../service/change-pack.ts';
import { recallBatch } from '../service/recall-batch.ts';
import { verifyPack } from '../service/verify-pack.ts';
import { closeStore } from '../store/pool.ts';
import { organisationInTests } from '../store/world-in-tests.ts';
import { type RecallScreenRow, recallFile, recallScreen } from './recall-screen.ts';
import { now, type QueryWorld, queryWorld } from './world-in-tests.ts';

let world: QueryWorld;
let abroad: OrgScope;
beforeAll(async () => {
  world = await queryWorld();
  abroad = await organisationInTests(900, 'pharmacy', { country: 'FR' });
  await deliver(world, abroad, ['A1', 'A2']);
});
afterAll(closeStore);

const screen = (scope: OrgScope, after = '') => recallScreen(scope, { gtin: world.gtin, lot: LOT }, after);
const told = (found: RecallScreenRow | undefined) =>
  found?.rows.map(({ name, country, ...counts }) => [
    name,
    country,
    counts.found,
    counts.supplied,
    counts.unknown,
  ]);

test('there is none while the batch is not recalled', async () => {
  expect(await screen(world.manufacturer)).toBeUndefined();
});

test('tells the holder of the GTIN, and a regulator of its own country, what was found, supplied and not seen', async () => {
  const request = (serial: string) => packRequest(world.gtin, serial, { requestKey: serial });
  await changePack(world.pharmacy, request('S1'), { state: 'supplied', note: undefined });
  const recalled = await recallBatch(world.manufacturer, {
    ...{ gtin: world.gtin, lot: LOT, recallClass: 'I', reach: [], note: undefined },
    ...{ requestKey: 'recall', at: now() },
  });
  expect(recalled).toMatchObject({ ok: true, value: { applied: true } });
  const { body } = await verifyPack(world.pharmacy, packRequest(world.gtin, 'S2'));
  expect(body).toMatchObject({ verdict: 'set-aside' });
  await verifyPack(world.pharmacy, packRequest(world.gtin, 'S2'));

  // T1 and T/2 are on their way from the manufacturer: nobody has them in hand.
  expect(told(await screen(world.manufacturer))).toEqual([
    ['Organisation 100', 'IE', 1, 0, 2],
    ['Organisation 300', 'IE', 1, 1, 1],
    ['Organisation 900', 'FR', 0, 0, 2],
  ]);
  expect(told(await screen(world.regulator))).toEqual([
    ['Organisation 100', 'IE', 1, 0, 2],
    ['Organisation 300', 'IE', 1, 1, 1],
  ]);
  expect(told(await screen(world.foreignRegulator))).toEqual([['Organisation 900', 'FR', 0, 0, 2]]);
});

test('counts by country those with whom the holder of the GTIN never dealt', async () => {
  const { pool } = await import('../store/pool.ts');
  // As if a wholesaler had passed them on: no event of the manufacturer names the pharmacy abroad.
  await pool().query('update event set parties = array_remove(parties, $1)', [abroad.organisation]);
  expect(told(await screen(world.manufacturer))?.at(-1)).toEqual([null, 'FR', 0, 0, 2]);
});

test('is for nobody else, and pages and exports what it shows', async () => {
  for (const scope of [world.pharmacy, world.otherPharmacy, world.wholesaler, world.sandbox])
    expect(await screen(scope)).toBeUndefined();
  const [first] = (await screen(world.manufacturer))?.rows ?? [];
  expect(told(await screen(world.manufacturer, first?.key))?.length).toBe(2);
  const batch = { gtin: world.gtin, lot: LOT };
  expect(await recallFile(world.regulator, batch)).toEqual([
    ['organisation', 'organisations', 'country', 'found', 'supplied', 'unknown'],
    ['Organisation 100', 1, 'IE', 1, 0, 2],
    ['Organisation 300', 1, 'IE', 1, 1, 1],
  ]);
  expect(await recallFile(world.pharmacy, batch)).toBeUndefined();
});
