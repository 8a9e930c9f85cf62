import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadEntryOf, loadLedgerPlaces } from '../../store/ledger-entries.ts';
import { closeStore } from '../../store/pool.ts';
import { drillLength } from '../../worker/drill-length-in-tests.ts';
import { headInTests, type LogInTests, logInTests, sealAndPublish } from '../../worker/log-in-tests.ts';
import { type ChainInTests, chainInTests, commissioning, eventOf, say, toRecord } from '../chain-in-tests.ts';
import { recordEvent } from '../record-event.ts';
import { fsckInTests, tamperWith } from './fsck-in-tests.ts';

const PACKS = drillLength(2_000, 100_000);

let chain: ChainInTests;
let log: LogInTests;

beforeAll(async () => {
  chain = await chainInTests();
  log = await logInTests();
});
afterAll(closeStore);

test('a leaf that is deleted before it is sealed stays without a place in the log, and fsck names its event', async () => {
  const said = await say(chain.pharmacy, { bizStep: 'inspecting', epcList: ['urn:example:lost'] });
  if (!said.ok) throw new Error(JSON.stringify(said.error));
  const { ref } = said.value;
  expect(await tamperWith('delete from ledger.pending where event_id = $1', [ref])).toBe(1);
  await sealAndPublish(log);

  const place = (await loadLedgerPlaces([ref])).get(ref);
  expect(place).toMatchObject({ status: 'recorded', seq: undefined });
  const faults = await fsckInTests();
  expect(faults).toMatchObject([{ code: 'fsck/event-unlogged', table: 'event', row: ref }]);
  await tamperWith('delete from event where id = $1', [ref]);
  await tamperWith('delete from event_object where event = $1', [ref]);
  await tamperWith(`delete from ledger_object where uri = 'urn:example:lost'`);
  expect(await fsckInTests()).toEqual([]);
});

test('the same id with other content is a conflict, and leaves nothing behind', async () => {
  const words = { eventID: 'urn:uuid:0c1c2f0e-0d3a-4f5e-8a52-0e8f0ad4b0aa', epcList: ['urn:example:one'] };
  const first = eventOf({ ...words, bizStep: 'inspecting' });
  expect((await recordEvent(chain.pharmacy, toRecord(first))).ok).toBe(true);
  await sealAndPublish(log);
  const { size } = await headInTests();
  const other = eventOf({ ...words, bizStep: 'storing' });
  expect(await recordEvent(chain.pharmacy, toRecord(other))).toMatchObject({
    ok: false,
    error: { code: 'capture/other-content' },
  });
  expect(await recordEvent(chain.pharmacy, toRecord(first))).toMatchObject({
    ok: true,
    value: { repeated: true },
  });
  await sealAndPublish(log);
  expect((await headInTests()).size).toBe(size);
  expect(await fsckInTests()).toEqual([]);
});

test(`an event of ${PACKS} packs is one leaf, and one pack taken from it is found`, async () => {
  const serials = Array.from({ length: PACKS }, (_, at) => `L${at}`);
  const said = await say(chain.manufacturer, commissioning(chain.manufacturer, chain.gtin, serials));
  if (!said.ok) throw new Error(JSON.stringify(said.error));
  await sealAndPublish(log);
  expect((await loadEntryOf(said.value.ref))?.leaf.length).toBeLessThan(400);
  expect(await fsckInTests()).toEqual([]);

  await tamperWith(`delete from event_object where uri like '%/21/L17' and event = $1`, [said.value.ref]);
  const codes = (await fsckInTests()).map(({ code, table }) => `${table} ${code}`);
  expect(codes).toContain('event_object fsck/object-named');
  expect(codes).toContain('pack fsck/object-counter');
}, 300_000);
