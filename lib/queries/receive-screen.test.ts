import { afterAll, beforeAll, expect, test } from 'vitest';
import { receivePacks } from '../service/receive-packs.ts';
import { closeStore } from '../store/pool.ts';
import { receiveList, receiveScreen, senderOfDelivery } from './receive-screen.ts';
import { now, type QueryWorld, queryWorld, serialOf } from './world-in-tests.ts';

let world: QueryWorld;
let shipment: string;
beforeAll(async () => {
  world = await queryWorld();
  shipment = (await receiveList(world.pharmacy, undefined)).shipments[0]?.id ?? '';
});
afterAll(closeStore);

const serialsOf = async () =>
  (await receiveScreen(world.pharmacy, shipment, now()))?.announced.map(({ serial }) => serial);

test('lists a delivery to who awaits it, and what of it has not arrived', async () => {
  const { shipments, nextHref } = await receiveList(world.pharmacy, undefined);
  expect(shipments).toMatchObject([
    { from: { name: 'Organisation 100, Place 101', country: 'IE' }, packCount: 2 },
  ]);
  expect(nextHref).toBeNull();
  expect(await serialsOf()).toEqual(['T/2', 'T1']);
});

test('shows a delivery to nobody else, its sender included', async () => {
  for (const scope of [
    world.manufacturer,
    world.wholesaler,
    world.otherPharmacy,
    world.regulator,
    world.sandbox,
  ]) {
    expect((await receiveList(scope, undefined)).shipments).toEqual([]);
    expect(await receiveScreen(scope, shipment, now())).toBeUndefined();
  }
  expect(await senderOfDelivery(world.otherPharmacy, shipment, now())).toBeUndefined();
});

test('takes a pack off the list once it is received, and the delivery with its last one', async () => {
  const receive = (serial: string) =>
    receivePacks(world.pharmacy, {
      from: world.manufacturer.organisation,
      packs: [{ gtin: world.gtin, serial: serialOf(serial) }],
      requestKey: serial,
      at: now(),
    });
  expect(await receive('T/2')).toMatchObject({ ok: true, value: { applied: 1 } });
  expect(await serialsOf()).toEqual(['T1']);
  await receive('T1');
  expect(await serialsOf()).toBeUndefined();
  expect(await senderOfDelivery(world.pharmacy, shipment, now())).toBe(world.manufacturer.organisation);
});

test('begins at the first page where the key is none', async () => {
  for (const after of ['', 'x', '1_2', '99999999999999999_00'])
    expect(await receiveList(world.pharmacy, after)).toMatchObject({ nextHref: null });
});
