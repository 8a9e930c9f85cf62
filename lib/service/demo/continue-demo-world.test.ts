import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testDatabase } from '../../store/database-in-tests.ts';
import { closeStore, connectStore, pool } from '../../store/pool.ts';
import { importPermit } from '../original-record-time.ts';
import { certain } from './demo-identifiers.ts';
import { loadDemoWorld } from './load-demo-world.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vialog-demo-'));

beforeAll(async () => {
  vi.stubEnv('VIALOG_SECRET', 'a secret of this test run, thirty-two characters');
  vi.stubEnv('VIALOG_DATA_DIR', dataDir);
  connectStore({ url: (await testDatabase()).url });
});
afterAll(async () => {
  await closeStore();
  rmSync(dataDir, { recursive: true });
});

const load = async () =>
  loadDemoWorld({
    permit: certain(await importPermit({ demoMode: true })),
    dataDir,
    baseUrl: 'http://localhost:3000',
    report: () => {},
  });
const rowsOf = async (sql: string) => (await pool().query<Record<string, unknown>>(sql)).rows;
const world = async () => ({
  events: await rowsOf('select id, event_time, original_record_time, flags from event order by id'),
  packs: await rowsOf(
    'select gtin, serial, status, holder, consignee, counter from pack order by gtin, serial',
  ),
  observations: await rowsOf('select id, at, verdict, code from observation order by id'),
});
const masterData = () =>
  rowsOf(
    `select (select count(*)::int from organisation) as organisations, (select count(*)::int from licence) as licences,
       (select count(*)::int from product_market) as markets, (select count(*)::int from company_prefix) as prefixes`,
  );

/** Two loads, and a third that finds everything there. */
const TIMEOUT_MS = 240_000;

test(
  'an interrupted load is continued with what was missing, and nothing of it is there twice',
  async () => {
    await pool().query(
      `create function stop_here() returns trigger language plpgsql as $$ begin
       if (select count(*) from event) >= 600 then raise exception 'interrupted'; end if; return new; end $$`,
    );
    await pool().query(
      'create trigger stop_here before insert on event for each row execute function stop_here()',
    );
    await expect(load()).rejects.toThrow('interrupted');
    const [begun] = await rowsOf('select count(*)::int as n from event');
    expect(Number(begun?.['n'])).toBeGreaterThan(300);
    expect(Number(begun?.['n'])).toBeLessThan(1000);

    await pool().query('drop trigger stop_here on event');
    await load();
    const whole = await world();
    expect(whole.packs.filter(({ status }) => status !== 'unknown')).toHaveLength(20_000);
    expect(await masterData()).toEqual([{ organisations: 11, licences: 10, markets: 90, prefixes: 3 }]);

    await pool().query(`delete from access_log where what = 'demo/loaded'`);
    await load();
    expect(await world()).toEqual(whole);
  },
  TIMEOUT_MS,
);
