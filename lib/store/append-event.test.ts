import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import type { PackState } from '../custody/pack-state.ts';
import type { Lot } from '../gs1/lot.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { appendEvent, type BatchChange } from './append-event.ts';
import type { PackKey } from './custody-request.ts';
import { testDatabase } from './database-in-tests.ts';
import { loadCustody } from './load-custody.ts';
import { closeStore, connectStore, pool } from './pool.ts';
import { inTransaction } from './transaction.ts';
import {
  activeState,
  eventIdInTests,
  eventRecord,
  gtinOf,
  heldBy,
  organisationInTests,
  packChange,
  packKey,
  productInTests,
  requestFor,
} from './world-in-tests.ts';

let maker: OrgScope;
let other: OrgScope;
const gtin = gtinOf(1);

beforeAll(async () => {
  connectStore({ url: (await testDatabase()).url });
  maker = await organisationInTests(10, 'manufacturer', { ownerGroup: 'G' });
  other = await organisationInTests(20, 'wholesaler', { realm: 1 });
  await productInTests(maker, gtin);
});
afterAll(closeStore);

/** Records an event about `packs` as the service does: lock, read, count on, write. */
const record = (scope: OrgScope, packs: readonly PackKey[], state: PackState, id = eventIdInTests()) =>
  inTransaction(async (tx) => {
    const loaded = await loadCustody(tx, scope, requestFor(id, packs));
    if (loaded.recorded) return { recorded: loaded.recorded };
    const changes = packs.map((pack) => packChange(pack, loaded.packs.get(pack.uri)?.counter ?? 0, state));
    const event = eventRecord(scope, { id });
    return appendEvent(tx, { event, packs: changes, objects: [], batches: [] });
  });

const rowsOf = async (sql: string, ...values: unknown[]) => (await pool().query(sql, values)).rows;

test('what an event says of a pack is what the next event is given', async () => {
  const pack = packKey(gtin, 'A1');
  const state = activeState(heldBy(maker));
  const id = eventIdInTests();
  await record(maker, [pack], state, id);

  const loaded = await inTransaction((tx) => loadCustody(tx, maker, requestFor(eventIdInTests(), [pack])));

  expect(loaded.packs.get(pack.uri)).toEqual({ state, counter: 1, headEvent: id });
  expect(loaded.products.get(gtin)?.holder).toBe(maker.organisation);
  expect(loaded.parties.get(maker.organisation)).toMatchObject({ ownerGroup: 'G', role: 'manufacturer' });
  expect(loaded.locations.get(maker.location ?? maker.organisation)?.timeZone).toBe('Europe/Dublin');
  expect(loaded.recorded).toBeUndefined();
});

test('the same event again is found as recorded, with its digest, and writes nothing', async () => {
  const pack = packKey(gtin, 'A2');
  const id = eventIdInTests();
  await record(maker, [pack], activeState(heldBy(maker)), id);
  const again = await record(maker, [pack], activeState(heldBy(maker)), id);

  expect(again).toMatchObject({ recorded: { id, reporter: maker.organisation } });
  expect(await rowsOf('select counter from event_object where uri = $1', pack.uri)).toEqual([{ counter: 1 }]);
  expect(await rowsOf('select 1 from ledger.pending where event_id = $1', id)).toHaveLength(1);
});

test('twenty copies of one event at once are recorded once', async () => {
  const pack = packKey(gtin, 'A3');
  const id = eventIdInTests();
  const state = activeState(heldBy(maker));
  const answers = await Promise.all(Array.from({ length: 20 }, () => record(maker, [pack], state, id)));

  expect(answers.filter((answer) => 'pid' in answer)).toHaveLength(1);
  expect(await rowsOf('select 1 from ledger.pending where event_id = $1', id)).toHaveLength(1);
});

test('events about one new pack at once are numbered without gap', async () => {
  const pack = packKey(gtin, 'A4');
  const state = activeState(heldBy(maker));
  await Promise.all(Array.from({ length: 30 }, () => record(maker, [pack], state)));

  const named = await rowsOf('select counter from event_object where uri = $1 order by counter', pack.uri);
  expect(named.map((row) => row.counter)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
});

test('a pack of the same name in another realm is another pack', async () => {
  const pack = packKey(gtin, 'A5');
  await record(maker, [pack], activeState(heldBy(maker)));
  const loaded = await inTransaction((tx) => loadCustody(tx, other, requestFor(eventIdInTests(), [pack])));

  expect(loaded.packs.size).toBe(0);
  expect(loaded.products.size).toBe(0);
});

test('events that share packs in any order neither wait for ever nor lose one another', async () => {
  const packs = Array.from({ length: 40 }, (_, i) => packKey(gtin, `D${i}`));
  const state = activeState(heldBy(maker));
  const shuffled = (seed: number): PackKey[] =>
    packs
      .map((pack, i) => ({ pack, key: (i * 7919 + seed * 104729) % 1009 }))
      .sort((a, b) => a.key - b.key)
      .slice(0, 25)
      .map(({ pack }) => pack);
  await Promise.all(Array.from({ length: 60 }, (_, seed) => record(maker, shuffled(seed), state)));

  const uris = packs.map((pack) => pack.uri);
  const [sums] = await rowsOf(
    `select sum(counter)::int as counters, (select count(*)::int from event_object where uri = any($1)) as named
       from pack where realm = 0 and serial like 'D%'`,
    uris,
  );
  expect(sums).toEqual({ counters: 60 * 25, named: 60 * 25 });
});

test('an event of ten thousand packs is a handful of statements', async () => {
  const packs = Array.from({ length: 10_000 }, (_, i) => packKey(gtin, `M${i}`));
  await record(maker, packs, activeState(heldBy(maker)));
  const shipped = activeState({
    kind: 'transit',
    from: maker.organisation,
    to: other.organisation,
    returned: false,
    since: activeState(heldBy(maker)).lastAppliedAt ?? (0 as never),
  });
  await record(maker, packs, shipped);

  const [row] = await rowsOf(
    `select count(*)::int as n from pack where realm = 0 and serial like 'M%' and counter = 2 and consignee = $1 and lot = 'L1'`,
    other.organisation,
  );
  expect(row).toEqual({ n: 10_000 });
});

test('of two changes to a batch that read the same state the second begins anew', async () => {
  const lot = 'RACE' as Lot;
  const uri = `https://id.gs1.org/01/${gtin}/10/${lot}`;
  const states: (string | undefined)[] = [];
  const change = (expiry: string) =>
    inTransaction(async (tx) => {
      const id = eventIdInTests();
      const request = { ...requestFor(id, []), batches: [{ gtin, lot }] };
      const before = (await loadCustody(tx, maker, request)).batches.get(uri);
      states.push(before?.expiry);
      const after = { expiry: expiry as LocalDate, recalls: before?.recalls ?? [] };
      const batch: BatchChange = { gtin, lot, before, after };
      return appendEvent(tx, { event: eventRecord(maker, { id }), packs: [], objects: [], batches: [batch] });
    });
  await Promise.all([change('2027-01-31'), change('2027-02-28'), change('2027-03-31')]);

  expect(states.filter((state) => state === undefined).length).toBeGreaterThanOrEqual(1);
  const [row] = await rowsOf('select expiry, state from batch where lot = $1', lot);
  expect(states.at(-1)).not.toBe(row?.state.expiry);
  expect(row?.state.expiry).toBe(row?.expiry);
});

test('lots and cases have their own place in the log', async () => {
  const id = eventIdInTests();
  const object = { kind: 'sscc', uri: 'https://id.gs1.org/00/095200000000000016' } as const;
  for (const counter of [0, 1]) {
    await inTransaction(async (tx) => {
      const event = eventRecord(maker, counter === 0 ? { id } : {});
      const loaded = await loadCustody(tx, maker, { ...requestFor(event.id, []), objects: [object] });
      expect(loaded.objects.get(object.uri)).toEqual(
        counter === 0 ? undefined : { counter: 1, headEvent: id },
      );
      const objects = [{ ...object, counter, effect: 'named' } as const];
      return appendEvent(tx, { event, packs: [], objects, batches: [] });
    });
  }
  expect(await rowsOf('select counter from ledger_object where uri = $1', object.uri)).toEqual([
    { counter: 2 },
  ]);
});
