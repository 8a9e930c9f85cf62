import { afterAll, beforeAll, expect, test } from 'vitest';
import { receivePacks } from '../service/receive-packs.ts';
import { closeStore } from '../store/pool.ts';
import { deliveryScreen } from './delivery-screen.ts';
import { packScreen } from './pack-screen.ts';
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

test('offers a delivery to nobody else, its sender included', async () => {
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

test('shows what was missing or extra to the sender and the receiver of the delivery, and to nobody else', async () => {
  const { gtin, manufacturer, pharmacy } = world;
  const [missing, extra] = [serialOf('T1'), serialOf('X1')];
  const said = await receivePacks(pharmacy, {
    ...{ from: manufacturer.organisation, shipment, packs: [{ gtin, serial: extra }] },
    differences: [
      { gtin, serial: missing, kind: 'missing', reason: 'damaged' },
      { gtin, serial: extra, kind: 'not-announced', reason: 'taken-into-stock' },
    ],
    ...{ requestKey: 'differences', at: now() },
  });
  expect(said.ok).toBe(true);
  for (const scope of [manufacturer, pharmacy]) {
    expect(await deliveryScreen(scope, shipment, now())).toMatchObject({
      from: 'Organisation 100',
      packCount: 2,
      receipts: [
        {
          packCount: 1,
          differences: [
            { serial: 'T1', text: 'Announced, and missing: damaged, left with the carrier' },
            { serial: 'X1', text: 'Not announced: taken into stock' },
          ],
        },
      ],
    });
    const told = async (serial: typeof missing) => {
      const answer = await packScreen(scope, { gtin, serial }, now(), undefined);
      return answer.kind === 'shown'
        ? answer.pack.events.flatMap(({ act, flags }) => flags.map(({ text }) => `${act}: ${text}`))
        : [];
    };
    expect(await told(missing)).toContain(
      'ship: The receiver: Announced, and missing: damaged, left with the carrier.',
    );
    expect(await told(extra)).toContain('receive: Not announced: taken into stock.');
  }
  for (const scope of [world.wholesaler, world.otherPharmacy, world.regulator, world.sandbox])
    expect(await deliveryScreen(scope, shipment, now())).toBeUndefined();
  expect(await deliveryScreen(manufacturer, 'nonsense', now())).toBeUndefined();
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
