import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mintScope } from '../auth/mint-scope.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { partyUri } from '../gs1/digital-link.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Instant } from '../kernel/instant.ts';
import { saveAgent } from '../store/organisations.ts';
import { closeStore, pool } from '../store/pool.ts';
import { glnOf, organisationInTests } from '../store/world-in-tests.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  countOf,
  deliver,
  LOT,
  packRequest,
  say,
  uriOf,
} from './chain-in-tests.ts';
import { changePack } from './change-pack.ts';
import { liftRecall, recallBatch } from './recall-batch.ts';
import { receivePacks } from './receive-packs.ts';
import { shipPacks } from './ship-packs.ts';
import { verifyPack } from './verify-pack.ts';

let chain: ChainInTests;
beforeAll(async () => {
  chain = await chainInTests();
});
afterAll(closeStore);

let requests = 0;
const request = () => ({ requestKey: `request ${requests++}`, at: Date.now() as Instant });
const named = (...serials: readonly string[]) =>
  serials.map((serial) => ({ gtin: chain.gtin, serial: serial as Serial }));
const made = (...serials: readonly string[]) =>
  say(chain.manufacturer, commissioning(chain.manufacturer, chain.gtin, serials));
const ship = (from: OrgScope, to: OrgScope, serials: readonly string[]) =>
  shipPacks(from, { to: to.location as Gln, packs: named(...serials), reference: 'D-17', ...request() });
const receive = (from: OrgScope, to: OrgScope, serials: readonly string[]) =>
  receivePacks(to, { from: from.organisation, packs: named(...serials), ...request() });

async function placeOf(serial: string) {
  const { rows } = await pool().query('select holder, consignee, location from pack where serial = $1', [
    serial,
  ]);
  return rows[0];
}

describe('shipping', () => {
  test('puts packs in transit to the organisation whose place is named', async () => {
    await made('A1', 'A2');
    const shipped = await ship(chain.manufacturer, chain.wholesaler, ['A1', 'A2', 'A1']);
    expect(shipped).toMatchObject({ ok: true, value: { applied: 2, withoutEffect: [], repeated: false } });
    expect(await placeOf('A1')).toMatchObject({
      holder: chain.manufacturer.organisation,
      consignee: chain.wholesaler.organisation,
    });
    const { rows } = await pool().query(`select document from event where id = $1`, [
      shipped.ok && shipped.value.id,
    ]);
    expect(rows[0].document).toMatchObject({
      bizTransactionList: [
        { type: 'desadv', bizTransaction: `urn:epcglobal:cbv:bt:${chain.manufacturer.organisation}:D-17` },
      ],
      destinationList: [{ type: 'possessing_party' }, { type: 'location' }],
    });
  });

  test('asks first: one pack that is elsewhere stops the delivery, and is named', async () => {
    await made('B1');
    await deliver(chain, chain.pharmacy, ['B2']);
    const events = await countOf('event');
    expect(await ship(chain.manufacturer, chain.wholesaler, ['B1', 'B2', 'B3'])).toEqual({
      ok: false,
      error: {
        code: 'movement/would-not-move',
        packs: [
          { ...named('B2')[0], code: 'pack/not-held' },
          { ...named('B3')[0], code: 'pack/unknown' },
        ],
        containers: [],
      },
    });
    expect(await countOf('event')).toBe(events);
    expect(await placeOf('B1')).toMatchObject({ consignee: null });
  });

  test('who has nothing to do with a pack is told the same of it, whether it exists, where it is and in what state', async () => {
    await made('S1', 'S2');
    await deliver(chain, chain.pharmacy, ['S3', 'S4', 'S5']);
    const supplied = await changePack(chain.pharmacy, packRequest(chain.gtin, 'S4'), {
      state: 'supplied',
      note: undefined,
    });
    expect(supplied.ok).toBe(true);
    await say(chain.pharmacy, {
      bizStep: 'shipping',
      disposition: 'returned',
      epcList: [uriOf(chain.gtin, 'S5')],
      sourceList: [{ type: 'possessing_party', id: partyUri(chain.pharmacy.organisation) }],
      destinationList: [{ type: 'possessing_party', id: partyUri(chain.wholesaler.organisation) }],
    });
    const all = ['S1', 'S2', 'S3', 'S4', 'S9'];
    const told = named(...all).map((pack) => ({ ...pack, code: 'pack/not-yours-or-unknown' }));
    expect(await ship(chain.wholesaler, chain.otherPharmacy, [...all, 'S5'])).toEqual({
      ok: false,
      error: { code: 'movement/would-not-move', packs: told, containers: [] },
    });
    const { value } = (await receive(chain.manufacturer, chain.otherPharmacy, [...all, 'S5'])) as {
      value: { withoutEffect: unknown };
    };
    expect(value.withoutEffect).toEqual([...told, { ...named('S5')[0], code: 'pack/not-yours-or-unknown' }]);
  });

  test('the agent of a product’s holder and a sister of its owner group are told why', async () => {
    const agent = await organisationInTests(800, 'contract-manufacturer');
    await saveAgent(chain.manufacturer.organisation, agent.organisation, 0 as Instant, undefined);
    const [one, sister] = [
      await organisationInTests(820, 'pharmacy', { ownerGroup: 'chain' }),
      await organisationInTests(840, 'pharmacy', { ownerGroup: 'chain' }),
    ];
    await deliver(chain, one, ['T1']);
    for (const [who, code] of [
      [agent, 'pack/not-held'],
      [sister, 'pack/not-held'],
      [chain.wholesaler, 'pack/not-yours-or-unknown'],
    ] as const)
      expect(await ship(who, chain.pharmacy, ['T1'])).toMatchObject({ error: { packs: [{ code }] } });
  });

  test('the same request again, later, is the same delivery', async () => {
    await made('C1');
    const order = {
      to: chain.wholesaler.location as Gln,
      packs: named('C1'),
      reference: undefined,
      ...request(),
    };
    const first = await shipPacks(chain.manufacturer, order);
    const again = await shipPacks(chain.manufacturer, { ...order, at: (order.at + 60_000) as Instant });
    expect(again).toEqual({ ok: true, value: { ...(first.ok && first.value), repeated: true } });
    expect(await shipPacks(chain.manufacturer, { ...order, packs: named('C2') })).toMatchObject({
      ok: false,
      error: { code: 'capture/other-content' },
    });
  });

  test('1,200 packs go in two events', async () => {
    const serials = Array.from({ length: 1_200 }, (_, n) => `D${n}`);
    await made(...serials);
    expect(await ship(chain.manufacturer, chain.pharmacy, serials)).toMatchObject({
      ok: true,
      value: { applied: 1_200, events: [{}, {}].map(() => expect.any(String)) },
    });
  });

  test('to oneself, to nobody, and without packs is refused', async () => {
    expect(await ship(chain.manufacturer, chain.manufacturer, ['A1'])).toMatchObject({
      error: { code: 'movement/partner' },
    });
    expect(
      await shipPacks(chain.manufacturer, {
        to: glnOf(9_999),
        packs: named('A1'),
        reference: undefined,
        ...request(),
      }),
    ).toMatchObject({ error: { code: 'movement/partner' } });
    expect(await ship(chain.manufacturer, chain.wholesaler, [])).toMatchObject({
      error: { code: 'movement/packs' },
    });
    expect(
      await ship(mintScope({ ...chain.manufacturer, userRole: 'viewer' }), chain.wholesaler, ['A1']),
    ).toMatchObject({ error: { code: 'capture/not-yours' } });
  });
});

describe('receiving', () => {
  test('what was announced and arrived is held here', async () => {
    await made('E1', 'E2');
    await ship(chain.manufacturer, chain.pharmacy, ['E1', 'E2']);
    expect(await receive(chain.manufacturer, chain.pharmacy, ['E1'])).toMatchObject({
      ok: true,
      value: { applied: 1 },
    });
    expect(await placeOf('E1')).toMatchObject({
      holder: chain.pharmacy.organisation,
      location: chain.pharmacy.location,
    });
    expect(await placeOf('E2')).toMatchObject({ consignee: chain.pharmacy.organisation });
  });

  test('one clone in a receipt leaves the others received', async () => {
    await deliver(chain, chain.otherPharmacy, ['F2']);
    await made('F1', 'F3');
    await ship(chain.manufacturer, chain.pharmacy, ['F1', 'F3']);
    const received = await receive(chain.manufacturer, chain.pharmacy, ['F1', 'F2', 'F3', 'F4']);
    expect(received).toMatchObject({
      ok: true,
      value: {
        applied: 2,
        withoutEffect: [
          { serial: 'F2', code: 'pack/not-yours-or-unknown' },
          { serial: 'F4', code: 'pack/not-yours-or-unknown' },
        ],
      },
    });
    expect(await placeOf('F2')).toMatchObject({ holder: chain.otherPharmacy.organisation });
    expect(await placeOf('F3')).toMatchObject({ holder: chain.pharmacy.organisation });
  });

  test('says in its event what was missing or extra, also where nothing arrived', async () => {
    await made('K1', 'K2');
    const shipped = await ship(chain.manufacturer, chain.pharmacy, ['K1', 'K2']);
    const shipment = shipped.ok ? shipped.value.id : '';
    const [pack] = named('K1');
    if (!pack) throw new Error('a pack');
    const order = {
      ...{ from: chain.manufacturer.organisation, shipment, packs: [], ...request() },
      differences: [{ ...pack, kind: 'missing', reason: 'damaged' }] as const,
    };
    const received = await receivePacks(chain.pharmacy, order);
    expect(received).toMatchObject({ ok: true, value: { applied: 0, withoutEffect: [] } });
    const { rows } = await pool().query('select act, document, parties from event where id = $1', [
      received.ok && received.value.id,
    ]);
    expect(rows[0]).toMatchObject({
      act: 'receive',
      document: {
        epcList: [],
        'vialog:shipment': shipment,
        'vialog:differences': [{ 'vialog:kind': 'missing', 'vialog:reason': 'damaged' }],
      },
      parties: expect.arrayContaining([chain.manufacturer.organisation, chain.pharmacy.organisation]),
    });
    expect(await placeOf('K1')).toMatchObject({ consignee: chain.pharmacy.organisation });
    expect(await receivePacks(chain.pharmacy, { ...order, ...request(), differences: [] })).toMatchObject({
      error: { code: 'movement/packs' },
    });
  });

  test('the same request again tells the same', async () => {
    await made('G1');
    await ship(chain.manufacturer, chain.pharmacy, ['G1']);
    const order = { from: chain.manufacturer.organisation, packs: named('G1', 'G2'), ...request() };
    const first = await receivePacks(chain.pharmacy, order);
    expect(await receivePacks(chain.pharmacy, { ...order, at: (order.at + 1_000) as Instant })).toEqual({
      ok: true,
      value: { ...(first.ok && first.value), repeated: true },
    });
  });
});

describe('recalling a batch', () => {
  const pack = (serial: string, lot: string) => packRequest(chain.gtin, serial, { lot: lot as Lot });

  test('reaches the counter, by the holder of the product or a regulator, and is lifted by its issuer only', async () => {
    await say(chain.manufacturer, commissioning(chain.manufacturer, chain.gtin, ['H1'], 'RC'));
    const order = {
      gtin: chain.gtin,
      lot: 'RC' as Lot,
      note: 'Particles.',
      recallClass: 'I',
      reach: ['IE'],
    } as const;
    const recalled = await recallBatch(chain.manufacturer, { ...order, ...request() });
    expect(recalled).toMatchObject({ ok: true, value: { applied: true } });
    expect((await verifyPack(chain.pharmacy, pack('H1', 'RC'))).body).toMatchObject({
      verdict: 'set-aside',
      batchState: 'recalled',
    });

    const recall = recalled.ok ? recalled.value.event : '';
    const lift = { gtin: chain.gtin, lot: 'RC' as Lot, note: undefined, recall };
    expect(await liftRecall(chain.regulator, { ...lift, ...request() })).toMatchObject({
      ok: true,
      value: { applied: false, breaches: [{ code: 'batch/lift-not-yours' }] },
    });
    expect(await liftRecall(chain.manufacturer, { ...lift, ...request() })).toMatchObject({
      ok: true,
      value: { applied: true },
    });
    expect((await verifyPack(chain.manufacturer, pack('H1', 'RC'))).body).toMatchObject({
      batchState: 'released',
    });
  });

  test('not by a pharmacy', async () => {
    expect(
      await recallBatch(chain.pharmacy, {
        gtin: chain.gtin,
        lot: LOT,
        note: undefined,
        recallClass: 'II',
        reach: [],
        ...request(),
      }),
    ).toMatchObject({ ok: false, error: { refusal: { code: 'authority/product' } } });
  });

  test('a recall elsewhere does not reach this counter', async () => {
    await say(chain.manufacturer, commissioning(chain.manufacturer, chain.gtin, ['H2'], 'RF'));
    await recallBatch(chain.manufacturer, {
      gtin: chain.gtin,
      lot: 'RF' as Lot,
      note: undefined,
      recallClass: 'II',
      reach: ['FR'],
      ...request(),
    });
    expect(
      (await changePack(chain.manufacturer, pack('H2', 'RF'), { state: 'sample', note: undefined })).ok,
    ).toBe(true);
    expect((await verifyPack(chain.manufacturer, pack('H2', 'RF'))).body).toMatchObject({
      batchState: 'released',
      packState: 'sample',
    });
  });
});
