import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mintScope } from '../auth/mint-scope.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { PackState } from '../custody/pack-state.ts';
import type { Lot } from '../gs1/lot.ts';
import { EMPTY_ROOT } from '../ledger/hash.ts';
import { appendEvent } from './append-event.ts';
import { changeEntries } from './change-entries.ts';
import type { CustodyRequest } from './custody-request.ts';
import { testDatabase } from './database-in-tests.ts';
import { loadLoggedHistories, loadProductFacts } from './detector-histories.ts';
import type { EventRecord } from './event-record.ts';
import { loadEntryOf } from './ledger-entries.ts';
import { advanceLogHead, lockLogHead, openLog } from './ledger-log.ts';
import { insertLogEntry, movePendingLeaves, takeObservations } from './ledger-pending.ts';
import { batchUriOf, loadCustody } from './load-custody.ts';
import { loadPartyRecords, loadPlaceRecords } from './load-detector-facts.ts';
import { loadObservationsOfLeaf, loadOwnObservations } from './load-observations.ts';
import { loadPackHistories } from './load-pack-histories.ts';
import { loadLogFeed } from './log-feed.ts';
import { saveCompanyPrefix } from './organisations.ts';
import { closeStore, connectStore, pool } from './pool.ts';
import { type Observation, saveObservation } from './save-observation.ts';
import { inTransaction } from './transaction.ts';
import {
  activeState,
  claimInTests,
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

/** What the sequencer does, without its tree. */
const sequence = () =>
  inTransaction(async (tx) => {
    const head = await lockLogHead(tx);
    if (!head) throw new Error('no log');
    const { count } = await movePendingLeaves(tx, head.size, 5000);
    if (count > 0) await advanceLogHead(tx, head, { ...head, size: head.size + BigInt(count) });
  });

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

test('an earlier event of the same content is found, unless a declaration took it out, is another one’s, or of another realm', async () => {
  const eventHash = 'ni:///sha-256;same';
  const first = await record(maker, ['S1'], { eventHash });
  await record(pharmacy, [], { eventHash });
  const repeats = async (scope: OrgScope) => (await load(scope, { eventHash })).repeats;

  expect(await repeats(maker)).toBe(first);
  expect(await repeats(owner)).toBeUndefined();
  expect(await repeats(mintScope({ ...maker, realm: 4 as OrgScope['realm'] }))).toBeUndefined();
  // A declaration that took nothing out leaves the event what it was.
  await record(maker, [], { declaration: true, corrects: first });
  expect(await repeats(maker)).toBe(first);
  const { uri } = packKey(gtin, 'S1');
  await inTransaction((tx) =>
    changeEntries(tx, maker, [{ uri, event: first, effect: 'corrected', takesPlaceOf: undefined }]),
  );
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

test('the detectors are fed events and observations in the order of the log, and nothing else', async () => {
  const id = await record(pharmacy, ['F2', 'F1'], { originalRecordTime: NOW, flags: [{ code: 'x' }] });
  const leaf = eventIdInTests();
  const observation = observed({ serial: packKey(gtin, 'FO').serial });
  await saveObservation(pharmacy, observation, { salt: randomBytes(32), commitment: randomBytes(32) });
  const [before, after] = await inTransaction(async (tx) => {
    const { size } = (await lockLogHead(tx)) ?? { size: 0n };
    const { count } = await movePendingLeaves(tx, size, 5000);
    await takeObservations(tx, leaf, 10);
    const past = size + BigInt(count);
    for (const [at, entry] of [eventIdInTests(), leaf].entries())
      await insertLogEntry(tx, {
        seq: past + BigInt(at),
        id: entry,
        leaf: Uint8Array.of(at),
        leafHash: EMPTY_ROOT,
      });
    const head = await lockLogHead(tx);
    if (head) await advanceLogHead(tx, head, { ...head, size: past + 2n });
    return [size, past + 2n];
  });

  const feed = await loadLogFeed(pool(), before, 5000);
  expect(feed.next).toBe(after);
  expect(feed.entries.map((entry) => entry.seq)).toEqual(
    feed.entries.map((_, i) => before + BigInt(i) + (i === feed.entries.length - 1 ? 1n : 0n)),
  );
  expect(feed.entries.find((entry) => entry.kind === 'event' && entry.id === id)).toMatchObject({
    reporter: pharmacy.organisation,
    originalRecordTime: NOW,
    flags: [{ code: 'x' }],
    objects: ['F1', 'F2'].map((serial) => ({ uri: packKey(gtin, serial).uri, effect: 'applied' })),
  });
  expect(feed.entries.at(-1)).toMatchObject({ kind: 'observations', observations: [{ id: observation.id }] });
  expect(await loadLogFeed(pool(), after, 10)).toEqual({ entries: [], next: after });
});

const observed = (changed: Partial<Observation> = {}): Observation => ({
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
  ...changed,
});

test('an observation is read by who made it, and by the detectors behind the leaf that covers it', async () => {
  const observation = observed();
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

test('a pack is told to the detectors as the log had it before the sighting', async () => {
  const serial = 'DR';
  const claimed = (scope: OrgScope, changed: Parameters<typeof claimInTests>[2]) => {
    const id = eventIdInTests();
    return record(scope, [serial], { id, claim: claimInTests(scope, id, changed) });
  };
  const made = await claimed(maker, { act: 'commission', lot: 'L1' as Lot });
  await sequence();
  const before = (await loadEntryOf(made))?.seq ?? -1n;
  await claimed(maker, { act: 'destroy' });
  await sequence();

  const uri = packKey(gtin, serial).uri;
  const other = packKey(gtin, 'none').uri;
  const at = async (seq: bigint) =>
    (await loadLoggedHistories(pool(), maker.realm, [uri, other], seq)).get(uri);
  expect(await at(before)).toBeUndefined();
  expect(await at(before + 1n)).toMatchObject([{ seq: before, claim: { event: made, act: 'commission' } }]);
  expect(await at(10_000n)).toMatchObject([{ claim: { act: 'commission' } }, { claim: { act: 'destroy' } }]);
});

test('names and places are told to the detectors as they are registered', async () => {
  expect(
    (await loadPartyRecords(pool(), [maker.organisation, gtin as never])).get(maker.organisation),
  ).toEqual({
    name: 'Organisation 10',
    role: 'manufacturer',
    country: 'IE',
    ownerGroup: undefined,
    licences: undefined,
    suspensions: [],
  });
  const place = maker.location ?? maker.organisation;
  expect((await loadPlaceRecords(pool(), [place])).get(place)).toEqual({
    city: 'Cork',
    country: 'IE',
    latitude: undefined,
    longitude: undefined,
  });
  expect((await loadProductFacts(pool(), maker.realm, [gtin])).get(gtin)?.holder).toBe(maker.organisation);
});
