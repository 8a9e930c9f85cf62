import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { packRequest } from '../service/chain-in-tests.ts';
import { verifyPack } from '../service/verify-pack.ts';
import { countScans } from '../store/count-scans.ts';
import { closeStore, pool } from '../store/pool.ts';
import { type LogInTests, logInTests, sealAndPublish } from '../worker/log-in-tests.ts';
import { trendsFile } from './trends-file.ts';
import { type TrendFilters, trendsScreen } from './trends-screen.ts';
import { findingInTests, keepFindings, now, type QueryWorld, queryWorld } from './world-in-tests.ts';

const DAY_MS = 86_400_000;
const FILTERS: TrendFilters = { days: 28, cause: undefined, sort: 'scans' };

let world: QueryWorld;
let log: LogInTests;
const counted = async (): Promise<void> => {
  await sealAndPublish(log);
  while ((await countScans(3)) > 0);
};
const asked = (scope: OrgScope, serial: string, device?: string, mode: 'scan' | 'manual' = 'scan') =>
  verifyPack(scope, { ...packRequest(world.gtin, serial), device, entryMode: mode });

beforeAll(async () => {
  world = await queryWorld();
  log = await logInTests();
  for (let n = 0; n < 4; n++) await asked(world.pharmacy, 'S1', 'till/1.0#left');
  await asked(world.pharmacy, 'S2', 'till/1.0#right', 'manual');
  await asked(world.pharmacy, 'NOBODY', 'till/1.1');
  await asked(world.otherPharmacy, 'S1', 'scanner-7');
  await counted();
  await keepFindings(
    findingInTests(world, {}),
    findingInTests(world, { id: 'older', detector: 'D01', raisedAt: (now() - 3 * DAY_MS) as Instant }),
    findingInTests(world, { id: 'too old', raisedAt: (now() - 40 * DAY_MS) as Instant }),
    findingInTests(world, { id: 'abroad', countries: ['FR'] }),
    findingInTests(world, { id: 'quality', kind: 'data-quality' }),
  );
});
afterAll(closeStore);

const trendsOf = (scope: OrgScope, changed: Partial<TrendFilters> = {}) =>
  trendsScreen(scope, { ...FILTERS, ...changed }, now());

test('every scan is counted once, however often the log is read', async () => {
  const before = await pool().query('select * from daily_scan order by organisation, software');
  await counted();
  await Promise.all([countScans(100), countScans(100)]);
  expect((await pool().query('select * from daily_scan order by organisation, software')).rows).toEqual(
    before.rows,
  );
  await asked(world.pharmacy, 'S3', 'till/1.0#left');
  await sealAndPublish(log);
  await Promise.all([countScans(100), countScans(100), countScans(100)]);
  const { scans } = await trendsOf(world.regulator);
  expect(scans).toBe(8);
});

test('a regulator sees its country by site and software, and alerts against its scans', async () => {
  const { periods, scans, causes, sites } = await trendsOf(world.regulator);
  expect(periods).toHaveLength(28);
  expect(periods.at(-1)).toMatchObject({ until: new Date().toISOString().slice(0, 10) });
  expect(
    sites.map(({ site, software, scans: count, manual, rescans }) => [
      site,
      software,
      count,
      manual,
      rescans,
    ]),
  ).toEqual([
    ['Place 301', 'till/1.0', 6, 1, 0],
    ['Place 301', 'till/1.1', 1, 0, 1],
    ['Place 401', null, 1, 0, 0],
  ]);
  expect(causes.map(({ detector, alerts, rate }) => [detector, alerts, rate])).toEqual([
    ['D01', 1, 10_000 / scans],
    ['D03', 1, 10_000 / scans],
  ]);
  expect(causes[0]?.counts.indexOf(1)).toBe(24);
  expect(causes[0]?.rates[24]).toBeNull();
});

test('an organisation sees its own scans and what was found about it, and nothing of others', async () => {
  const own = await trendsOf(world.pharmacy);
  expect(own.scans).toBe(7);
  expect(own.causes.map(({ alerts }) => alerts)).toEqual([1]);
  expect((await trendsOf(world.otherPharmacy)).sites).toHaveLength(1);
  expect((await trendsOf(world.manufacturer)).sites).toEqual([]);
  const abroad = await trendsOf(world.foreignRegulator);
  expect([abroad.scans, abroad.sites, abroad.coverage]).toEqual([0, [], []]);
  expect(abroad.causes).toMatchObject([{ detector: 'D03', alerts: 1, rate: null }]);
  expect((await trendsOf(world.sandbox)).scans).toBe(0);
});

test('one cause alone, and sites by another share, are asked for by the address', async () => {
  expect((await trendsOf(world.regulator, { cause: 'D01' })).causes.map(({ detector }) => detector)).toEqual([
    'D01',
  ]);
  expect((await trendsOf(world.regulator, { sort: 'rescans' })).sites[0]?.software).toBe('till/1.1');
  expect((await trendsOf(world.regulator, { days: 364 })).periods).toHaveLength(13);
  expect(
    (await trendsOf(world.regulator, { days: 91 })).causes.find(({ detector }) => detector === 'D03')?.alerts,
  ).toBe(2);
});

test('coverage is told of the organisations that the reader may count, the least complete first', async () => {
  await pool().query(
    `insert into custody_coverage (organisation, good, total) values ($1, 99, 100), ($2, 10, 100)`,
    [world.pharmacy.organisation, world.otherPharmacy.organisation],
  );
  const { coverage } = await trendsOf(world.regulator);
  expect(coverage.map(({ name, good }) => [name, good])).toEqual([
    ['Organisation 400', 10],
    ['Organisation 300', 99],
  ]);
  expect((await trendsOf(world.pharmacy)).coverage).toMatchObject([{ name: 'Organisation 300' }]);
});

test('every part can be had as a file with a heading', async () => {
  const rowsOf = async (part: 'alerts' | 'coverage' | 'sites') =>
    trendsFile(world.regulator, { filters: FILTERS, part }, now());
  expect(await rowsOf('alerts')).toHaveLength(1 + 2 * 28);
  expect((await rowsOf('coverage')).length).toBeGreaterThan(1);
  const sites = await rowsOf('sites');
  expect(sites[1]).toEqual(['Organisation 300', 'Place 301', 'Cork', 'till/1.0', 6, 1, 0, 0]);
});
