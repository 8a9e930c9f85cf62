import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import { bracketedTextOf } from '../gs1/bracketed-text.ts';
import { elementStringOf } from '../gs1/element-string.ts';
import { LOT, uriOf } from '../service/chain-in-tests.ts';
import { closeStore, pool } from '../store/pool.ts';
import { searchHits } from './search.ts';
import { findingInTests, keepFindings, now, type QueryWorld, queryWorld } from './world-in-tests.ts';

let world: QueryWorld;
beforeAll(async () => {
  world = await queryWorld();
  await keepFindings(findingInTests(world));
});
afterAll(closeStore);

const kinds = async (scope: OrgScope, text: string) =>
  (await searchHits(scope, text, now())).map(({ kind }) => kind);

test('reads a pack in every spelling that people and scanners have for it', async () => {
  const elements = [
    { ai: '01', value: world.gtin },
    { ai: '17', value: '280531' },
    { ai: '10', value: LOT },
    { ai: '21', value: 'T/2' },
  ];
  const spellings = [
    elementStringOf(elements),
    `]d2${elementStringOf(elements)}`,
    bracketedTextOf(elements),
    uriOf(world.gtin, 'T/2'),
  ];
  for (const spelling of spellings)
    expect(await searchHits(world.pharmacy, spelling, now()), spelling).toMatchObject([
      { kind: 'pack', href: `/packs/${world.gtin}/T%2F2` },
    ]);
});

test('finds a serial number, a batch, a product, a place and an organisation by themselves', async () => {
  expect(await kinds(world.pharmacy, 'S1')).toEqual(['pack']);
  expect(await kinds(world.pharmacy, LOT)).toEqual(['batch']);
  expect(await kinds(world.pharmacy, world.gtin)).toEqual(['product']);
  expect(await kinds(world.pharmacy, `(01)${world.gtin}(10)${LOT}`)).toEqual(['batch']);
  expect(await kinds(world.pharmacy, String(world.pharmacy.location))).toEqual(['place']);
  expect(await kinds(world.pharmacy, world.manufacturer.organisation)).toEqual(['organisation']);
});

test('finds events by either of their ids, and findings', async () => {
  const { rows } = await pool().query(`select id, event_id from event where act = 'receive'`);
  expect(await kinds(world.pharmacy, rows[0].id)).toEqual(['event']);
  expect(await kinds(world.pharmacy, rows[0].event_id)).toEqual(['event']);
  expect(await kinds(world.regulator, 'finding-1')).toEqual(['finding']);
});

test('finds nothing of what is not the reader’s to see', async () => {
  const { rows } = await pool().query(`select id, event_id from event where act = 'receive'`);
  for (const scope of [world.otherPharmacy, world.sandbox, world.foreignRegulator]) {
    expect(await kinds(scope, 'S1')).toEqual([]);
    expect(await kinds(scope, rows[0].id)).toEqual([]);
    expect(await kinds(scope, rows[0].event_id)).toEqual([]);
    expect(await kinds(scope, 'finding-1')).toEqual([]);
  }
  expect(await kinds(world.otherPharmacy, LOT)).toEqual([]);
  expect(await kinds(world.pharmacy, 'finding-1')).toEqual([]);
});
