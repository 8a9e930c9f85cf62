import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import { LOT } from '../service/chain-in-tests.ts';
import { liftRecall, recallBatch } from '../service/recall-batch.ts';
import { closeStore } from '../store/pool.ts';
import { batchList, batchScreen } from './batch-screen.ts';
import { now, type QueryWorld, queryWorld } from './world-in-tests.ts';

let world: QueryWorld;
beforeAll(async () => {
  world = await queryWorld();
});
afterAll(closeStore);

const eventOf = (said: Awaited<ReturnType<typeof recallBatch>>) => said.ok && said.value.event;
const screen = (scope: OrgScope) => batchScreen(scope, { gtin: world.gtin, lot: LOT }, now(), undefined);

test('counts all packs of a batch for the holder of its GTIN, and names those in its own hands', async () => {
  expect(await screen(world.manufacturer)).toMatchObject({
    whole: true,
    counts: { own: 1, transit: 2, others: 3, supplied: 0, gone: 0 },
    packs: [{ serial: 'M1' }],
    state: 'released',
    mayRecall: true,
  });
});

test('counts for who holds packs of it only those, and gives no recall into its hands', async () => {
  expect(await screen(world.pharmacy)).toMatchObject({
    whole: false,
    counts: { own: 3, transit: 2, others: 0 },
    packs: [{ serial: 'S1' }, { serial: 'S2' }, { serial: 'S3' }],
    mayRecall: false,
  });
});

test('is nothing to whom it does not concern', async () => {
  for (const scope of [world.otherPharmacy, world.wholesaler, world.sandbox])
    expect(await screen(scope)).toBeUndefined();
});

test('shows a regulator the state of the batch without anybody’s packs', async () => {
  expect(await screen(world.regulator)).toMatchObject({
    counts: { own: 0, transit: 0, others: 0 },
    packs: [],
    mayRecall: true,
  });
});

test('lists batches to the holder of their GTIN alone', async () => {
  expect((await batchList(world.manufacturer, now(), undefined)).rows).toMatchObject([
    { lot: LOT, packs: 6 },
  ]);
  for (const scope of [world.pharmacy, world.regulator, world.sandbox])
    expect((await batchList(scope, now(), undefined)).rows).toEqual([]);
});

test('says recalled where the recall reaches, with who said it', async () => {
  const recalled = await recallBatch(world.manufacturer, {
    ...{ gtin: world.gtin, lot: LOT, recallClass: 'II', reach: ['FR'], note: undefined },
    ...{ requestKey: 'r', at: now() },
  });
  expect(recalled).toMatchObject({ ok: true, value: { applied: true } });
  expect(await screen(world.pharmacy)).toMatchObject({
    state: 'released',
    recalls: [{ by: 'Organisation 100', recallClass: 'II', reach: ['FR'], own: false }],
  });
  expect(await screen(world.foreignRegulator)).toMatchObject({ state: 'recalled' });
  expect((await screen(world.manufacturer))?.recalls).toMatchObject([
    { own: true, event: eventOf(recalled) },
  ]);
});

test('a recall that its issuer lifts is gone from the page, and no longer stands against the batch', async () => {
  const order = { gtin: world.gtin, lot: LOT, requestKey: 'lift', at: now() };
  const [own] = (await screen(world.manufacturer))?.recalls ?? [];
  const lifted = await liftRecall(world.manufacturer, {
    ...order,
    note: 'The samples were clean.',
    recall: own?.event ?? '',
  });
  expect(lifted).toMatchObject({ ok: true, value: { applied: true } });
  expect(await screen(world.foreignRegulator)).toMatchObject({ state: 'released', recalls: [] });
});
