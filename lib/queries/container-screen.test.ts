import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Sscc } from '../gs1/sscc.ts';
import { ssccAt } from '../gs1/sscc-at.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  LOT,
  packRequest,
  say,
} from '../service/chain-in-tests.ts';
import { changePack } from '../service/change-pack.ts';
import type { Movement, MovementError } from '../service/movement.ts';
import { type ContainerOrder, packContainer } from '../service/pack-container.ts';
import { receivePacks } from '../service/receive-packs.ts';
import { shipPacks } from '../service/ship-packs.ts';
import { loadBatchPlaces } from '../store/batch-places.ts';
import { loadStock } from '../store/load-stock.ts';
import { closeStore } from '../store/pool.ts';
import { loadAnnouncedPacks } from '../store/shipments.ts';
import { containerScreen, containerState, shippableUnits } from './container-screen.ts';
import { deliveryScreen } from './delivery-screen.ts';
import { packScreen } from './pack-screen.ts';
import { receiveList, receiveScreen } from './receive-screen.ts';

let chain: ChainInTests;
let units = 0;
let serials = 0;

beforeAll(async () => {
  chain = await chainInTests();
});
afterAll(closeStore);

function unit(): Sscc {
  units += 1;
  return ssccAt('952111', units);
}

function serialName(): string {
  serials += 1;
  return `Q${String(serials).padStart(4, '0')}`;
}

const now = () => Date.now() as Instant;

function sure(moved: Result<Movement, MovementError>): Movement {
  if (!moved.ok) throw new Error(JSON.stringify(moved.error));
  return moved.value;
}

const order = (container: Sscc, more: Partial<ContainerOrder>): ContainerOrder => ({
  ...{ deed: 'pack', container, packs: [], containers: [], requestKey: randomUUID(), at: now() },
  ...more,
});

const names = (all: readonly string[]) =>
  all.map((serial) => ({ gtin: chain.gtin, serial: serial as Serial }));

/** A pallet of two cases of two packs each, packed with the screens' own use case. */
async function palletAt(scope: OrgScope) {
  const all = Array.from({ length: 4 }, serialName);
  await say(scope, commissioning(scope, chain.gtin, all));
  const cases = [unit(), unit()] as const;
  for (const [at, container] of cases.entries())
    sure(await packContainer(scope, order(container, { packs: names(all.slice(2 * at, 2 * at + 2)) })));
  const pallet = unit();
  sure(await packContainer(scope, order(pallet, { containers: cases })));
  return { pallet, cases, all };
}

async function shippedTo(to: OrgScope) {
  const packed = await palletAt(chain.manufacturer);
  const sent = sure(
    await shipPacks(chain.manufacturer, {
      ...{ to: to.organisation, packs: [], containers: [packed.pallet], reference: undefined },
      ...{ requestKey: randomUUID(), at: now() },
    }),
  );
  return { ...packed, shipment: sent.id };
}

const receive = (to: OrgScope, more: Partial<Parameters<typeof receivePacks>[1]>) =>
  receivePacks(to, {
    ...{ from: chain.manufacturer.organisation, packs: [], requestKey: randomUUID(), at: now() },
    ...more,
  });

describe('the page of a container', () => {
  test('shows what is in it, where it stands, and what happened to it, to who has it', async () => {
    const { pallet, cases, all } = await palletAt(chain.manufacturer);
    const page = { after: undefined, at: now() };
    const shown = await containerScreen(chain.manufacturer, pallet, page);
    expect(shown).toMatchObject({ state: 'here', closed: true, contents: 2, packs: 4, inside: null });
    expect(shown?.rows).toEqual(cases.toSorted().map((sscc) => ({ kind: 'container', sscc, packs: 2 })));
    expect(shown?.events.map(({ act, effect }) => [act, effect])).toEqual([['pack', 'applied']]);
    const inner = await containerScreen(chain.manufacturer, cases[0], page);
    expect(inner?.inside).toBe(pallet);
    expect(inner?.rows.map((row) => row.kind === 'pack' && row.serial)).toEqual(all.slice(0, 2));
  });

  test('is nothing to a stranger, and a container that a stranger looks at is a new one to it', async () => {
    const { pallet } = await palletAt(chain.manufacturer);
    const page = { after: undefined, at: now() };
    expect(await containerScreen(chain.otherPharmacy, pallet, page)).toBeUndefined();
    expect(await containerState(chain.otherPharmacy, pallet)).toMatchObject({ state: 'new', packs: 0 });
    const tried = await packContainer(chain.otherPharmacy, order(pallet, { deed: 'unpack' }));
    expect(tried).toMatchObject({
      ok: false,
      error: { code: 'movement/would-not-move', containers: [{ code: 'pack/not-yours-or-unknown' }] },
    });
  });

  test('says what can be shipped from here', async () => {
    const { pallet } = await palletAt(chain.manufacturer);
    expect(await shippableUnits(chain.manufacturer, [pallet, unit()])).toMatchObject([
      { sscc: pallet, fit: true, packs: 4 },
      { fit: false },
    ]);
    expect(await shippableUnits(chain.wholesaler, [pallet])).toMatchObject([{ fit: false, packs: 0 }]);
  });
});

describe('a delivery by its pallet', () => {
  test('is announced with every pack in it, each under its case', async () => {
    const { pallet, cases, all, shipment } = await shippedTo(chain.pharmacy);
    const list = await receiveList(chain.pharmacy, undefined);
    expect(list.shipments.find(({ id }) => id === shipment)?.packCount).toBe(4);
    const screen = await receiveScreen(chain.pharmacy, shipment, now());
    expect(screen?.announced.map(({ serial, container, unit: of }) => [serial, container, of])).toEqual(
      all.map((serial, at) => [serial, cases[at < 2 ? 0 : 1], pallet]),
    );
  });

  test('arrives with one scan, and what was looked at besides is on record', async () => {
    const { pharmacy, gtin } = chain;
    const { pallet, cases, all, shipment } = await shippedTo(pharmacy);
    const [seen = ''] = all;
    const checked = names([seen]).map((pack) => ({ ...pack, container: cases[0] }));
    sure(await receive(pharmacy, { containers: [pallet], checked, shipment }));
    const stock = await loadStock(pharmacy, { which: 'in-hand', limit: 100 });
    expect(stock.map(({ serial }) => serial)).toEqual(expect.arrayContaining(all));
    expect(await loadAnnouncedPacks(pharmacy, shipment)).toEqual([]);
    expect(await deliveryScreen(chain.manufacturer, shipment, now())).toMatchObject({
      packCount: 4,
      receipts: [{ packCount: 4, differences: [] }],
    });
    const page = await packScreen(pharmacy, { gtin, serial: seen as Serial }, now(), undefined);
    const pack = page.kind === 'shown' ? page.pack : undefined;
    expect(pack).toMatchObject({ packState: 'active', container: cases[0], disputed: false });
    expect(pack?.events.map(({ act }) => act)).toEqual(['ship', 'receive', 'observe']);
  });

  test('arrives all the same where a spot check finds what the record has elsewhere, and who checked is told', async () => {
    const { pharmacy, manufacturer, gtin } = chain;
    const other = await palletAt(manufacturer);
    const { pallet, cases, all, shipment } = await shippedTo(pharmacy);
    const [right = '', , swapped = ''] = all;
    const [stranger = ''] = other.all;
    const checked = names([right, swapped, stranger]).map((pack) => ({ ...pack, container: cases[0] }));
    const received = sure(await receive(pharmacy, { containers: [pallet], checked, shipment }));
    expect(received.withoutEffect).toEqual([]);
    expect(received.checksFailed?.map(({ serial, code }) => [serial, code])).toEqual([
      [swapped, 'container/not-inside'],
      [stranger, 'pack/not-yours-or-unknown'],
    ]);
    const stock = await loadStock(pharmacy, { which: 'in-hand', limit: 200 });
    expect(stock.map(({ serial }) => serial)).toEqual(expect.arrayContaining(all));
    const page = await packScreen(pharmacy, { gtin, serial: swapped as Serial }, now(), undefined);
    expect(page.kind === 'shown' && page.pack.container).not.toBe(cases[0]);
  });

  test('counts in the batch as the pallet stands', async () => {
    const { manufacturer, otherPharmacy, gtin } = chain;
    const before = await loadBatchPlaces(manufacturer, gtin, LOT);
    const { pallet } = await shippedTo(otherPharmacy);
    const sent = await loadBatchPlaces(manufacturer, gtin, LOT);
    expect((sent?.counts.transit ?? 0) - (before?.counts.transit ?? 0)).toBe(4);
    sure(await receive(otherPharmacy, { containers: [pallet] }));
    const there = await loadBatchPlaces(manufacturer, gtin, LOT);
    expect((there?.counts.others ?? 0) - (before?.counts.others ?? 0)).toBe(4);
    expect(await loadBatchPlaces(otherPharmacy, gtin, LOT)).toMatchObject({ counts: { own: 4 } });
  });

  test('goes from the factory over the wholesaler, who opens it, to two pharmacies, each with one scan', async () => {
    const { wholesaler, pharmacy, otherPharmacy, gtin } = chain;
    const { pallet, cases, all } = await shippedTo(wholesaler);
    sure(await receive(wholesaler, { containers: [pallet] }));
    sure(await packContainer(wholesaler, order(pallet, { deed: 'unpack' })));
    expect(await shippableUnits(wholesaler, [pallet, ...cases])).toMatchObject([
      { fit: true, packs: 0 },
      { fit: true, packs: 2 },
      { fit: true, packs: 2 },
    ]);
    for (const [at, to] of [pharmacy, otherPharmacy].entries()) {
      const [unit = pallet] = cases.slice(at);
      const sent = sure(
        await shipPacks(wholesaler, {
          ...{ to: to.organisation, packs: [], containers: [unit], reference: undefined },
          ...{ requestKey: randomUUID(), at: now() },
        }),
      );
      const from = wholesaler.organisation;
      sure(await receive(to, { from, containers: [unit], shipment: sent.id }));
      const [serial = ''] = all.slice(2 * at);
      const supplied = await changePack(to, packRequest(gtin, serial), {
        state: 'supplied',
        note: undefined,
      });
      expect(supplied).toMatchObject({ ok: true });
    }
    const page = { after: undefined, at: now() };
    expect(await containerScreen(otherPharmacy, cases[0], page)).toBeUndefined();
    expect(await containerScreen(pharmacy, cases[0], page)).toMatchObject({ state: 'here', packs: 1 });
  });

  test('with a pack missing arrives pack by pack, and the missing one stays under way in its case', async () => {
    const { pharmacy } = chain;
    const { all, shipment } = await shippedTo(pharmacy);
    const [missing = '', ...here] = all;
    const [pack] = names([missing]);
    if (!pack) throw new Error('a pack');
    const differences = [{ ...pack, kind: 'missing', reason: 'not-in-delivery' } as const];
    const received = sure(await receive(pharmacy, { packs: names(here), differences, shipment }));
    expect(received).toMatchObject({ applied: 3, withoutEffect: [] });
    expect((await loadAnnouncedPacks(pharmacy, shipment)).map(({ serial }) => serial)).toEqual([missing]);
  });

  test('is told to a regulator of the country that it went to, with the path of its packs', async () => {
    const { pharmacy, regulator, gtin } = chain;
    const { pallet, all } = await shippedTo(pharmacy);
    sure(await receive(pharmacy, { containers: [pallet] }));
    const key = { gtin, serial: (all[0] ?? '') as Serial };
    const page = await packScreen(regulator, key, now(), 'a look at the path');
    expect(page.kind === 'shown' && page.pack.events.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['commission', 'pack', 'ship', 'receive']),
    );
  });
});
