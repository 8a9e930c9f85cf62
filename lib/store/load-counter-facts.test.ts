import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mintScope } from '../auth/mint-scope.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Instant } from '../kernel/instant.ts';
import { appendEvent } from './append-event.ts';
import { testDatabase } from './database-in-tests.ts';
import { loadCounterFacts } from './load-counter-facts.ts';
import { closeStore, connectStore, pool } from './pool.ts';
import { type Observation, saveObservation } from './save-observation.ts';
import { inTransaction } from './transaction.ts';
import {
  activeState,
  eventRecord,
  glnOf,
  gtinOf,
  heldBy,
  NOW,
  organisationInTests,
  packChange,
  packKey,
  productInTests,
} from './world-in-tests.ts';

let maker: OrgScope;
let pharmacy: OrgScope;
let sandbox: OrgScope;
const gtin = gtinOf(1);
const pack = packKey(gtin, 'S1');
const lot = 'L1' as Lot;

beforeAll(async () => {
  connectStore({ url: (await testDatabase()).url });
  maker = await organisationInTests(10, 'manufacturer', { country: 'FR' });
  pharmacy = await organisationInTests(20, 'pharmacy');
  sandbox = await organisationInTests(30, 'pharmacy', { realm: 1 });
  await productInTests(maker, gtin);
  await pool().query(
    `insert into product_market (realm, gtin, country, marketed_from) values (0, $1, 'IE', '2026-01-01')`,
    [gtin],
  );
  await inTransaction((tx) =>
    appendEvent(tx, {
      event: eventRecord(maker),
      packs: [packChange(pack, 0, activeState(heldBy(maker)))],
      objects: [],
      batches: [{ gtin, lot, before: undefined, after: { expiry: undefined, recalls: [] } }],
    }),
  );
});
afterAll(closeStore);

const ask = (scope: OrgScope, serial = pack.serial, asked: Lot | undefined = lot, at: Instant = NOW) =>
  loadCounterFacts(scope, { gtin, serial, lot: asked, at });

const observation = (changed: Partial<Observation> = {}): Observation => ({
  id: randomBytes(16).toString('hex'),
  at: NOW,
  device: undefined,
  entryMode: 'scan',
  operation: 'verify',
  gtin,
  serial: pack.serial,
  lot,
  expiry: '280531',
  verdict: 'supply',
  code: 'pack/held',
  severity: 0,
  reasons: [{ code: 'pack/held' }],
  ...changed,
});
const seal = () => ({ salt: randomBytes(32), commitment: randomBytes(32) });

test('the counter is given the pack, its batch, its product with markets, the asker and the holder', async () => {
  const { facts, head } = await ask(pharmacy);

  expect(facts.pack).toEqual(activeState(heldBy(maker)));
  expect(facts.batch).toEqual({ recalls: [], known: true });
  expect(facts.product).toMatchObject({
    gtin,
    holder: maker.organisation,
    markets: [{ country: 'IE', marketedFrom: '2026-01-01', withdrawnFrom: undefined }],
  });
  expect(facts.party.gln).toBe(pharmacy.organisation);
  expect(facts.holder?.gln).toBe(maker.organisation);
  expect(facts).toMatchObject({
    siteCountry: 'IE',
    siteTimeZone: 'Europe/Dublin',
    custodyCoverage: 0.97,
    previous: [],
  });
  expect(head?.status).toBe('recorded');
});

test('an unknown serial of a known batch is no pack, and its batch is known', async () => {
  const { facts, head } = await ask(pharmacy, packKey(gtin, 'NONE').serial);
  expect(facts.pack).toBeUndefined();
  expect(facts.batch?.known).toBe(true);
  expect(head).toBeUndefined();
});

test('an unknown batch is absent', async () => {
  expect((await ask(pharmacy, pack.serial, 'L2' as Lot)).facts.batch).toBeUndefined();
});

test('in a sandbox nothing of the real world is known', async () => {
  const { facts } = await ask(sandbox);
  expect([facts.pack, facts.batch, facts.product, facts.holder]).toEqual(Array(4).fill(undefined));
});

test('the measured coverage is a smoothed share (detectors.md 2.0)', async () => {
  await pool().query('insert into custody_coverage (organisation, good, total) values ($1, 990, 1000)', [
    maker.organisation,
  ]);
  expect((await ask(maker)).facts.custodyCoverage).toBeCloseTo((990 + 0.97 * 20) / (1000 + 20), 10);
});

test('a scope of a whole organisation stands at the first of its places', async () => {
  const whole = mintScope({ ...maker, location: undefined });
  expect((await ask(whole)).facts).toMatchObject({ siteCountry: 'FR', siteTimeZone: 'Europe/Dublin' });
});

test('an observation is kept once, waits for the log, and is what the next answer knows of the last', async () => {
  const asked = packKey(gtin, 'S9').serial;
  const first = observation({ serial: asked, verdict: 'rescan', code: 'pack/unknown' });
  expect(await saveObservation(pharmacy, first, seal())).toBe(true);
  expect(await saveObservation(pharmacy, first, seal())).toBe(false);

  const { rows } = await pool().query('select 1 from ledger.observation_pending where observation = $1', [
    first.id,
  ]);
  expect(rows).toHaveLength(1);
  expect((await ask(pharmacy, asked)).facts.previous).toEqual([
    { at: NOW, operationId: first.id, verdict: 'rescan', code: 'pack/unknown' },
  ]);
});

test('answers of another place, another organisation, another realm or another hour do not count as asked before', async () => {
  const asked = packKey(gtin, 'S8').serial;
  const elsewhere = mintScope({ ...pharmacy, location: glnOf(99) });
  await saveObservation(elsewhere, observation({ serial: asked }), seal());
  await saveObservation(maker, observation({ serial: asked }), seal());
  await saveObservation(sandbox, observation({ serial: asked }), seal());
  await saveObservation(pharmacy, observation({ serial: asked, at: (NOW - 31 * 60_000) as Instant }), seal());

  expect((await ask(pharmacy, asked)).facts.previous).toEqual([]);
});

test('a batch recalled before its first pack is known only once a pack of it is there', async () => {
  const early = 'EARLY' as Lot;
  const recalls = [{ event: 'e', by: maker.organisation, at: NOW, recallClass: 'I', reach: [] }] as const;
  const batch = { gtin, lot: early, before: undefined, after: { expiry: undefined, recalls } };
  await inTransaction((tx) =>
    appendEvent(tx, { event: eventRecord(maker), packs: [], objects: [], batches: [batch] }),
  );
  expect((await ask(pharmacy, 'X' as never, early)).facts.batch).toMatchObject({ known: false, recalls });

  const first = packChange(packKey(gtin, 'E1'), 0, { ...activeState(heldBy(maker)), lot: early });
  const unchanged = { ...batch, before: batch.after };
  await inTransaction((tx) =>
    appendEvent(tx, { event: eventRecord(maker), packs: [first], objects: [], batches: [unchanged] }),
  );
  expect((await ask(pharmacy, 'X' as never, early)).facts.batch).toMatchObject({ known: true, recalls });
});
