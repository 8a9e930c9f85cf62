import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { utf8Of } from '../../kernel/bytes.ts';
import type { Instant } from '../../kernel/instant.ts';
import { openNote } from '../../ledger/signed-note.ts';
import { signerVkey } from '../../ledger/signer-key.ts';
import { type BlockList, updatedList } from '../../scan/block-list/block-list.ts';
import { decideOffline } from '../../scan/block-list/decide-offline.ts';
import { blockListSigner } from '../../store/block-list-key.ts';
import { closeStore, pool } from '../../store/pool.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  deliver,
  lotUriOf,
  packRequest,
  say,
} from '../chain-in-tests.ts';
import { changePack } from '../change-pack.ts';
import { blockListFor } from './block-list-for.ts';

let chain: ChainInTests;
let list: BlockList;
let nowMs = Date.now();

const SITE = { timeZone: 'Europe/Dublin', wasDone: false };

async function get(have?: BlockList) {
  const given = await blockListFor(chain.pharmacy, nowMs as Instant, have?.head.version);
  expect(openNote(utf8Of(given.note), [signerVkey(blockListSigner())])).toMatchObject({
    ok: true,
    value: { text: given.update.head },
  });
  const updated = updatedList(have, given.update);
  if (!updated.ok) throw new Error(updated.error.code);
  return { list: updated.value, given };
}

const codeOf = (serial: string, batch = 'L1', expiry = '280531') =>
  decideOffline({ gtin: chain.gtin, serial, batch, expiry }, list, { now: nowMs as Instant, ...SITE }).code;

const change = (scope: ChainInTests['pharmacy'], serial: string, state: 'supplied' | 'stolen' | 'active') =>
  changePack(scope, packRequest(chain.gtin, serial), { state, note: undefined });

beforeAll(async () => {
  chain = await chainInTests();
  vi.stubEnv('VIALOG_DATA_DIR', mkdtempSync(join(tmpdir(), 'vialog-')));
  const { manufacturer, pharmacy, otherPharmacy, gtin } = chain;
  await deliver(chain, pharmacy, ['MINE', 'GONE', 'TAKEN']);
  await deliver(chain, otherPharmacy, ['THEIRS', 'THEIRS-GONE']);
  await change(pharmacy, 'GONE', 'supplied');
  await change(otherPharmacy, 'THEIRS-GONE', 'supplied');
  await change(pharmacy, 'TAKEN', 'stolen');
  await say(manufacturer, commissioning(manufacturer, gtin, ['FORM'], 'L7'));
  const quantityList = [{ epcClass: lotUriOf(gtin, 'L7'), quantity: undefined, uom: undefined }];
  await say(manufacturer, { epcList: [], quantityList, disposition: 'recalled' });
});
afterAll(closeStore);

test('used-up and stolen packs of the products of a place are in its list, whoever ended them; good ones are not', async () => {
  ({ list } = await get());
  expect(['GONE', 'THEIRS-GONE', 'TAKEN'].map((serial) => codeOf(serial))).toEqual(
    Array.from({ length: 3 }, () => 'offline/second-look'),
  );
  // A good pack is hit in one of 512 lists, each with a salt of its own; two at once in one of a quarter million.
  const good = ['MINE', 'THEIRS'].map((serial) => codeOf(serial));
  expect(good).toContain('offline/no-objection');
  expect(codeOf('FORM', 'L7')).toBe('offline/recalled');
  expect(list.head).toMatchObject({
    organisation: chain.pharmacy.organisation,
    location: chain.pharmacy.location,
    version: 1,
  });
  expect(list.lists.products).toEqual([
    { gtin: chain.gtin, name: `Product ${chain.gtin}`, withdrawnFrom: null },
  ]);
});

test('within a minute the same list is given, after it the same one signed anew, and nothing but its age is new', async () => {
  const again = await get(list);
  expect(again.list.head).toEqual(list.head);
  expect(again.given.update.lists).toBeNull();
  nowMs += 61_000;
  const later = await get(list);
  expect(later.list.head).toEqual({ ...list.head, madeAt: nowMs });
  expect(JSON.stringify(later.given).length).toBeLessThan(900);
  list = later.list;
});

test('what changed comes as a difference', async () => {
  await deliver(
    chain,
    chain.pharmacy,
    Array.from({ length: 30 }, (_, n) => `MORE${n}`),
  );
  for (let n = 0; n < 30; n++) await change(chain.pharmacy, `MORE${n}`, 'supplied');
  nowMs += 61_000;
  const base = await get(list);
  list = base.list;
  await deliver(chain, chain.pharmacy, ['LAST']);
  await change(chain.pharmacy, 'LAST', 'supplied');
  await change(chain.pharmacy, 'MORE1', 'active');
  nowMs += 61_000;
  const { list: next, given } = await get(list);
  expect(given.update.filter.kind).toBe('difference');
  expect(given.update.lists).toBeNull();
  expect(next.head.version).toBe(list.head.version + 1);
  expect(codeOf('MORE1')).toBe('offline/second-look');
  list = next;
  expect(codeOf('LAST')).toBe('offline/second-look');
  expect(codeOf('MORE1')).toBe('offline/no-objection');
});

test('a device that has an unknown version gets the list whole', async () => {
  const given = await blockListFor(chain.pharmacy, nowMs as Instant, 999);
  expect(given.update.filter.kind).toBe('whole');
  expect(given.update.lists).not.toBeNull();
});

test('a place that has nothing to do with the product has an empty list', async () => {
  const { update } = await blockListFor(chain.wholesaler, nowMs as Instant, undefined);
  expect(update.lists).toEqual({ products: [], recalls: [] });
});

test('devices that ask at once get one list', async () => {
  nowMs += 61_000;
  await deliver(chain, chain.pharmacy, ['AT-ONCE']);
  await change(chain.pharmacy, 'AT-ONCE', 'supplied');
  const all = await Promise.all(Array.from({ length: 8 }, () => get(list)));
  expect(new Set(all.map((each) => each.list.head.filter)).size).toBe(1);
  expect(all[0]?.list.head.version).toBe(list.head.version + 1);
  const { rows } = await pool().query('select count(*)::int as n from block_list where organisation = $1', [
    chain.pharmacy.organisation,
  ]);
  expect(rows[0].n).toBe(list.head.version + 1);
});

test('a lock blocks until it is lifted', async () => {
  const { manufacturer, gtin } = chain;
  await deliver(chain, chain.pharmacy, ['LOCKED']);
  await changePack(manufacturer, packRequest(gtin, 'LOCKED'), { state: 'locked', note: undefined });
  nowMs += 61_000;
  list = (await get(list)).list;
  expect(codeOf('LOCKED')).toBe('offline/second-look');
  await changePack(manufacturer, packRequest(gtin, 'LOCKED'), { state: 'active', note: undefined });
  nowMs += 61_000;
  const next = (await get(list)).list;
  expect(next.filter.numbers.length).toBeLessThan(list.filter.numbers.length);
});
