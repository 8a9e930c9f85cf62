import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mintScope } from '../auth/mint-scope.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { PackState } from '../custody/pack-state.ts';
import type { Lot } from '../gs1/lot.ts';
import { appendEvent } from './append-event.ts';
import { changeEntries } from './change-entries.ts';
import type { CustodyRequest } from './custody-request.ts';
import { testDatabase } from './database-in-tests.ts';
import type { EventRecord } from './event-record.ts';
import { lockLogHead, openLog } from './ledger-log.ts';
import { movePendingLeaves, takeObservations } from './ledger-pending.ts';
import { batchUriOf, loadCustody } from './load-custody.ts';
import { loadObservationsOfLeaf, loadOwnObservations } from './load-observations.ts';
import { loadPackHistories } from './load-pack-histories.ts';
import { loadFedEvents } from './log-feed.ts';
import { saveCompanyPrefix } from './organisations.ts';
import { closeStore, connectStore, pool } from './pool.ts';
import { saveObservation } from './save-observation.ts';
import { inTransaction } from './transaction.ts';
import {
  activeState,
  eventIdInTests,
  eventRecord,
  gtinOf,
  heldBy,
  NOW,
  organisationInTests,
  packChange,
  packKey,
  productInTests,
  requestFor,
} from './world-in-tests.ts';

let maker: OrgScope;
let pharmacy: OrgScope;
let owner: OrgScope;
const gtin = gtinOf(1);

beforeAll(async () => {
  connectStore({ url: (await testDatabase()).url });
  maker = await organisationInTests(10, 'manufacturer');
  pharmacy = await organisationInTests(20, 'pharmacy');
  owner = await organisationInTests(30, 'manufacturer');
  await productInTests(maker, gtin);
  await openLog('vialog.example/log');
});
afterAll(closeStore);

const load = (scope: OrgScope, request: Partial<CustodyRequest>) =>
  inTransaction((tx) => loadCustody(tx, scope, { ...requestFor(eventIdInTests(), []), ...request }));

const record = (
  scope: OrgScope,
  serials: readonly string[],
  changed: Partial<EventRecord> = {},
  state?: PackState,
) =>
  inTransaction(async (tx) => {
    const event = eventRecord(scope, changed);
    const packs = serials.map((serial) => packKey(gtin, serial));
    const loaded = await loadCustody(tx, scope, requestFor(event.id, packs));
    const next = state ?? activeState(heldBy(scope));
    await appendEvent(tx, {
      event,
      packs: packs.map((pack) => packChange(pack, loaded.packs.get(pack.uri)?.counter ?? 0, next)),
      objects: [],
      batches: [],
    });
    return event.id;
  });

test('whoever holds or expects a pack, and the batch it is of, is known without being asked for', async () => {
  const transit = activeState({
    kind: 'transit',
    from: maker.organisation,
    to: pharmacy.organisation,
    returned: false,
    since: NOW,
  });
  await record(maker, ['T1'], {}, transit);
  const lot = 'L1' as Lot;
  await inTransaction((tx) =>
    appendEvent(tx, {
      event: eventRecord(maker),
      packs: [],
      objects: [],
      batches: [{ gtin, lot, before: undefined, after: { expiry: undefined, recalls: [] } }],
    }),
  );
  const stranger = await organisationInTests(40, 'wholesaler');
  const loaded = await load(stranger, { packs: [packKey(gtin, 'T1')] });

  expect(new Set(loaded.parties.keys())).toEqual(
    new Set([maker, pharmacy, stranger].map((scope) => scope.organisation)),
  );
  expect([...loaded.batches.keys()]).toEqual([batchUriOf(gtin, lot)]);
});

test('of a product that nobody registered the holder of its company prefix is known', async () => {
  await saveCompanyPrefix(owner.organisation, gtinOf(77).slice(1, 9));
  const loaded = await load(maker, { packs: [packKey(gtinOf(77), 'X')] });
  expect(loaded.parties.has(owner.organisation)).toBe(true);
  expect((await load(maker, { packs: [packKey(gtin, 'X')] })).parties.has(owner.organisation)).toBe(false);
});

test('an earlier event of the same content is found, unless it was declared an error, is another one’s, or of another realm', async () => {
  const eventHash = 'ni:///sha-256;same';
  const first = await record(maker, [], { eventHash });
  await record(pharmacy, [], { eventHash });
  const repeats = async (scope: OrgScope) => (await load(scope, { eventHash })).repeats;

  expect(await repeats(maker)).toBe(first);
  expect(await repeats(owner)).toBeUndefined();
  expect(await repeats(mintScope({ ...maker, realm: 4 as OrgScope['realm'] }))).toBeUndefined();
  await record(maker, [], { declaration: true, corrects: first });
  expect(await repeats(maker)).toBeUndefined();
});

test('of the events referred to it says which are recorded', async () => {
  const [id, unknown] = [await record(maker, []), eventIdInTests()];
  expect((await load(pharmacy, { references: [id, unknown] })).known).toEqual(new Set([id]));
});

test('the history of a pack is its statements in the order of recording, as a correction has left them', async () => {
  const first = await record(maker, ['H1', 'H2']);
  const second = await record(pharmacy, ['H1']);
  const uri = packKey(gtin, 'H1').uri;
  const change = { uri, event: first, effect: 'corrected', takesPlaceOf: second } as const;
  await inTransaction((tx) => changeEntries(tx, maker, [change]));

  const histories = await inTransaction((tx) =>
    loadPackHistories(tx, maker, [uri, packKey(gtin, 'H2').uri, packKey(gtin, 'H3').uri]),
  );
  expect(histories.get(uri)).toMatchObject([
    { claim: { event: first, reporter: maker.organisation }, effect: 'corrected', takesPlaceOf: second },
    { claim: { event: second, reporter: pharmacy.organisation }, effect: 'applied' },
  ]);
  expect(histories.get(packKey(gtin, 'H2').uri)).toMatchObject([{ effect: 'applied' }]);
  expect(histories.size).toBe(2);
});

test('a thousand attempts at one pack are each judged on what the one before has left', async () => {
  const pack = packKey(gtin, 'ONE');
  await record(maker, ['ONE']);
  const supplied: PackState = { ...activeState(heldBy(pharmacy)), status: 'supplied' };
  const attempt = () =>
    inTransaction(async (tx) => {
      const event = eventRecord(pharmacy, {});
      const known = (await loadCustody(tx, pharmacy, requestFor(event.id, [pack]))).packs.get(pack.uri);
      if (known?.state.status !== 'active') return false;
      await appendEvent(tx, {
        event,
        packs: [packChange(pack, known.counter, supplied)],
        objects: [],
        batches: [],
      });
      return true;
    });
  const answers = await Promise.all(Array.from({ length: 1000 }, attempt));

  expect(answers.filter(Boolean)).toHaveLength(1);
});

test('the detectors are fed every event of the log in its order, with what it names, and nothing that is no event', async () => {
  const id = await record(pharmacy, ['F2', 'F1'], { originalRecordTime: NOW, flags: [{ code: 'x' }] });
  await inTransaction(async (tx) => {
    const head = await lockLogHead(tx);
    await movePendingLeaves(tx, head?.size ?? 0n, 5000);
  });
  const fed = await loadFedEvents(pool(), 0n, 1000);
  expect(fed.map((event) => event.seq)).toEqual(fed.map((_, i) => BigInt(i)));
  expect(fed.find((event) => event.id === id)).toMatchObject({
    reporter: pharmacy.organisation,
    originalRecordTime: NOW,
    flags: [{ code: 'x' }],
    objects: ['F1', 'F2'].map((serial) => ({ uri: packKey(gtin, serial).uri, effect: 'applied' })),
  });
  expect(await loadFedEvents(pool(), BigInt(fed.length), 10)).toEqual([]);
});

test('an observation is read by who made it, and by the detectors behind the leaf that covers it', async () => {
  const observation = {
    id: eventIdInTests(),
    at: NOW,
    device: 'till 3',
    entryMode: 'manual',
    operation: 'verify',
    gtin,
    serial: packKey(gtin, 'OB').serial,
    lot: 'L1' as Lot,
    expiry: '280531',
    verdict: 'set-aside',
    code: 'pack/stolen',
    severity: 5,
    reasons: [{ code: 'pack/stolen' }],
  } as const;
  const salt = randomBytes(32);
  await saveObservation(pharmacy, observation, { salt, commitment: randomBytes(32) });
  const stored = {
    ...observation,
    realm: 0,
    organisation: pharmacy.organisation,
    location: pharmacy.location,
    salt,
  };

  expect(await loadOwnObservations(pharmacy, gtin, observation.serial, 5)).toEqual([stored]);
  expect(await loadOwnObservations(maker, gtin, observation.serial, 5)).toEqual([]);
  const leaf = eventIdInTests();
  await inTransaction((tx) => takeObservations(tx, leaf, 10));
  expect(await loadObservationsOfLeaf(pool(), leaf)).toEqual([stored]);
});
