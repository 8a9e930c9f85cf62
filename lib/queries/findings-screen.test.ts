import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeStore, pool } from '../store/pool.ts';
import { findingScreen } from './finding-screen.ts';
import { findingsScreen } from './findings-screen.ts';
import { findingInTests, keepFindings, now, type QueryWorld, queryWorld } from './world-in-tests.ts';

let world: QueryWorld;
beforeAll(async () => {
  world = await queryWorld();
  const { rows } = await pool().query(`select id from event where act = 'receive'`);
  await keepFindings(
    findingInTests(world, { events: [rows[0].id] }),
    findingInTests(world, {
      id: 'quality',
      kind: 'data-quality',
      severity: 1,
      title: 'No delivery recorded',
    }),
    findingInTests(world, { id: 'abroad', countries: ['FR'], severity: 5 }),
  );
});
afterAll(closeStore);

const idsFor = async (scope: QueryWorld['pharmacy'], filters: Parameters<typeof findingsScreen>[1] = {}) =>
  (await findingsScreen(scope, filters)).rows.map(({ id }) => id);

test('gives each reader its own: cases to the regulator of the country, data quality to who it is about', async () => {
  expect(await idsFor(world.regulator)).toEqual(['finding-1']);
  expect(await idsFor(world.foreignRegulator)).toEqual(['abroad']);
  expect(await idsFor(world.pharmacy)).toEqual(['quality']);
  for (const scope of [world.otherPharmacy, world.manufacturer, world.sandbox])
    expect(await idsFor(scope)).toEqual([]);
});

test('narrows the list by what stands in the address', async () => {
  expect(
    await idsFor(world.regulator, { severity: 4, kind: 'case', status: 'open', detector: 'D03' }),
  ).toEqual(['finding-1']);
  expect(await idsFor(world.regulator, { q: 'SUPPLIED' })).toEqual(['finding-1']);
  expect(await idsFor(world.regulator, { q: '/21/S1' })).toEqual(['finding-1']);
  for (const none of [
    { severity: 5 },
    { detector: 'D01' },
    { status: 'closed' },
    { country: 'FR' },
    { q: '%' },
  ] as const)
    expect(await idsFor(world.regulator, none)).toEqual([]);
});

test('names places and organisations only to who may know them', async () => {
  expect(await findingScreen(world.regulator, 'finding-1', now())).toMatchObject({
    places: ['Place 301'],
    parties: ['Organisation 300'],
    packs: [{ serial: 'S1' }],
    events: [{ act: 'receive', who: 'Organisation 300', effect: 'applied' }],
  });
  expect(await findingScreen(world.foreignRegulator, 'abroad', now())).toMatchObject({
    places: ['IE'],
    parties: ['an organisation in IE'],
  });
});

test('answers a finding of others as one that does not exist', async () => {
  for (const scope of [world.otherPharmacy, world.pharmacy, world.sandbox, world.foreignRegulator])
    expect(await findingScreen(scope, 'finding-1', now())).toBeUndefined();
});
