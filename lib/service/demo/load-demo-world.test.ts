import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { scopeOfApiKey } from '../../auth/scope-of-api-key.ts';
import { signIn } from '../../auth/sign-in.ts';
import type { OrgScope } from '../../custody/org-scope.ts';
import { parseExpiry } from '../../gs1/expiry.ts';
import { parseGtin } from '../../gs1/gtin.ts';
import { parsePackCode } from '../../gs1/pack-code.ts';
import type { Instant } from '../../kernel/instant.ts';
import { testDatabase } from '../../store/database-in-tests.ts';
import { closeStore, connectStore, pool } from '../../store/pool.ts';
import { importPermit } from '../original-record-time.ts';
import { verifyPack } from '../verify-pack.ts';
import { certain } from './demo-identifiers.ts';
import { HOSPITAL, PHARMACY } from './demo-organisations.ts';
import { demoScope } from './demo-scope.ts';
import { loadDemoWorld } from './load-demo-world.ts';

interface DemoJson {
  readonly baseUrl: string;
  readonly users: readonly Record<string, string>[];
  readonly apiKeys: Readonly<Record<string, string>>;
  readonly packs: readonly Readonly<Record<string, string>>[];
}

const dataDir = mkdtempSync(join(tmpdir(), 'vialog-demo-'));
let demo: DemoJson;
const said: string[] = [];

const load = async () =>
  loadDemoWorld({
    permit: certain(await importPermit({ demoMode: true })),
    dataDir,
    baseUrl: 'http://localhost:3000',
    report: (sentence) => said.push(sentence),
  });
const readDemo = (): DemoJson => JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8'));
const TABLES = [
  'organisation',
  'location',
  'product',
  'product_market',
  'licence',
  'agent',
  'event',
  'event_object',
  'pack',
  'batch',
  'observation',
  'ledger.pending',
  'api_key',
  'access_log',
  '"user"',
];
const countsOf = async () => {
  const counts = TABLES.map(
    (table) => `(select count(*)::int from ${table}) as "${table.replaceAll('"', '')}"`,
  );
  return (await pool().query<Record<string, number>>(`select ${counts.join(', ')}`)).rows[0];
};
const rowsOf = async (sql: string) => (await pool().query<Record<string, unknown>>(sql)).rows;

/** A load is seconds on an idle machine; the tests run on busy ones. */
const TIMEOUT_MS = 180_000;

beforeAll(async () => {
  vi.stubEnv('VIALOG_SECRET', 'a secret of this test run, thirty-two characters');
  vi.stubEnv('VIALOG_DATA_DIR', dataDir);
  connectStore({ url: (await testDatabase()).url });
  const begun = performance.now();
  await load();
  console.info(`the demo world was loaded in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  demo = readDemo();
}, TIMEOUT_MS);
afterAll(async () => {
  await closeStore();
  rmSync(dataDir, { recursive: true });
});

describe('the database', () => {
  test('has ten organisations in three countries and the sandbox, forty products, twenty thousand packs in cases and pallets', async () => {
    const organisations = await rowsOf(
      'select country, sandbox, count(*)::int as n from organisation group by 1, 2 order by 2, 1',
    );
    expect(organisations).toEqual([
      { country: 'DE', sandbox: false, n: 5 },
      { country: 'FR', sandbox: false, n: 3 },
      { country: 'IN', sandbox: false, n: 2 },
      { country: 'DE', sandbox: true, n: 1 },
    ]);
    const [known] = await rowsOf(`select count(*)::int as n from pack where status <> 'unknown'`);
    expect(known).toEqual({ n: 20_000 });
    expect(await countsOf()).toMatchObject({ product: 40, batch: 51 });
  });

  test('has the history as an import: recorded now, and before the load where it comes from', async () => {
    const [event] = await rowsOf(
      `select count(*) filter (where original_record_time is null)::int as live, count(*)::int as n,
         bool_and(original_record_time < record_time) as before from event`,
    );
    expect(event).toMatchObject({ live: 0, before: true });
    const [leaves] = await rowsOf(
      'select count(*)::int as n from ledger.pending p join event e on e.id = p.event_id',
    );
    expect(leaves).toEqual({ n: event?.['n'] });
  });

  test('shows in its records what the detectors look for, and nothing else out of order', async () => {
    const found = await rowsOf(
      `select distinct e.act || ' ' || (f ->> 'code') as what from event e, jsonb_array_elements(e.flags) f order by 1`,
    );
    expect(found.map(({ what }) => what)).toEqual([
      'commission pack/already-commissioned',
      'ship batch/recalled',
      'ship event/same',
      'supply batch/expired',
      'supply event/ahead-of-its-record',
      'supply pack/already-supplied',
      'supply pack/receipt-inferred',
    ]);
    const seen = await rowsOf(
      `select code || ' ' || count(distinct organisation) as what from observation where code <> 'pack/held' group by code order by code`,
    );
    expect(seen.map(({ what }) => what)).toEqual([
      'batch/expired 1',
      'batch/recalled 1',
      'pack/already-supplied 2',
      'pack/batch-mismatch 3',
      'pack/expiry-mismatch 1',
      'pack/stolen 1',
      'pack/unknown 2',
    ]);
  });
});

/** Purpose in demo.json: what the counter of the demo pharmacy answers on the day of the load. */
const VERDICTS: Readonly<Record<string, readonly [verdict: string, code: string]>> = {
  'genuine, at the demo pharmacy': ['supply', 'pack/held'],
  'already dispensed': ['set-aside', 'pack/already-supplied'],
  'already dispensed in the hospital': ['set-aside', 'pack/already-supplied'],
  'in a closed case at the demo pharmacy': ['supply', 'container/unpacking-inferred'],
  'genuine, at the hospital': ['supply', 'pack/not-held'],
  'unknown serial': ['rescan', 'pack/unknown'],
  'wrong batch': ['rescan', 'pack/batch-mismatch'],
  expired: ['set-aside', 'batch/expired'],
  'recalled batch': ['set-aside', 'batch/recalled'],
  stolen: ['set-aside', 'pack/stolen'],
  'cloned pair, first pack: supplied in Germany': ['set-aside', 'pack/already-supplied'],
  'cloned pair, second pack: supplied again in France': ['set-aside', 'pack/already-supplied'],
  destroyed: ['set-aside', 'pack/destroyed'],
  'free sample': ['set-aside', 'pack/free-sample'],
  'locked by the regulator': ['set-aside', 'pack/locked'],
  'in transit to the demo pharmacy': ['supply', 'pack/receipt-inferred'],
};

describe('demo.json', () => {
  const NOW = Date.now() as Instant;
  const codeOf = (pack: Readonly<Record<string, string>>) =>
    certain(parsePackCode(pack['elementString'] ?? '', { thisYear: new Date(NOW).getUTCFullYear() }));
  const verified = async (scope: OrgScope, pack: Readonly<Record<string, string>>) => {
    const { gtin, serial, lot, expiry } = codeOf(pack);
    const request = {
      gtin,
      serial,
      lot,
      expiry,
      entryMode: 'scan',
      device: undefined,
      requestKey: undefined,
    } as const;
    const { judgement } = await verifyPack(scope, { ...request, at: NOW });
    return [judgement.verdict, judgement.reasons[0].code];
  };

  test('is readable by its owner alone', () => {
    expect(statSync(join(dataDir, 'demo.json')).mode & 0o777).toBe(0o600);
  });

  test('says in its element strings what it says beside them, with the separator as a control character', () => {
    for (const pack of demo.packs) {
      const { gtin, serial, lot, expiry } = codeOf(pack);
      expect({ gtin, serial, batch: lot, expiry: expiry?.printed }).toEqual({
        gtin: certain(parseGtin(pack['gtin'] ?? '')),
        serial: pack['serial'],
        batch: pack['batch'],
        expiry: pack['expiry'],
      });
      expect(certain(parseExpiry(pack['expiry'] ?? '', 2026)).printed).toBe(pack['expiry']);
    }
    expect(readFileSync(join(dataDir, 'demo.json'), 'utf8')).toContain('\\u001d');
  });

  test('gives every purpose, and at least five genuine packs of the demo pharmacy', () => {
    expect(new Set(demo.packs.map(({ purpose }) => purpose))).toEqual(new Set(Object.keys(VERDICTS)));
    const genuine = demo.packs.filter(({ purpose }) => purpose === 'genuine, at the demo pharmacy');
    expect(genuine.length).toBeGreaterThanOrEqual(5);
    const [first, second] = demo.packs.filter(({ purpose }) => purpose?.startsWith('cloned pair'));
    expect(first?.['elementString']).toBe(second?.['elementString']);
  });

  test('names packs that the counter of the demo pharmacy judges as their purpose says', async () => {
    const scope = await demoScope(PHARMACY.sites[0]);
    // The cloned pair is one serial: the second look at it is the same pack to the counter.
    for (const pack of demo.packs) {
      expect([pack['purpose'], ...(await verified(scope, pack))]).toEqual([
        pack['purpose'],
        ...(VERDICTS[pack['purpose'] ?? ''] ?? []),
      ]);
    }
  });

  test('names packs that the hospital judges for itself', async () => {
    const scope = await demoScope(HOSPITAL.sites[0]);
    const named = (purpose: string) => demo.packs.find((pack) => pack['purpose'] === purpose) ?? {};
    expect(await verified(scope, named('genuine, at the hospital'))).toEqual(['supply', 'pack/held']);
    expect(await verified(scope, named('stolen'))).toEqual(['set-aside', 'pack/stolen']);
    expect(await verified(scope, named('cloned pair, second pack: supplied again in France'))).toEqual([
      'set-aside',
      'pack/already-supplied',
    ]);
  });

  test('has an account for each organisation, bound to one location, that can sign in', async () => {
    expect(demo.users.map((user) => user['role'])).toEqual([
      'manufacturer',
      'contract-manufacturer',
      'wholesaler',
      'pharmacy',
      'hospital',
      'regulator',
      'pharmacy',
      'manufacturer',
      'clinic',
      'regulator',
    ]);
    for (const { email, password, location, gln } of demo.users) {
      const [bound] = await rowsOf(
        `select m.location, m.organisation from membership m join "user" u on u.id = m.user_id where u.email = '${email}'`,
      );
      expect(bound).toEqual({ location, organisation: gln });
      expect(await signIn(email ?? '', password ?? '')).toContain('session');
    }
  });

  test('has keys that speak for their organisations, the conformance key in a realm of its own', async () => {
    for (const [role, key] of Object.entries(demo.apiKeys)) {
      const keyed = certain(await scopeOfApiKey(key, undefined));
      const expected = role === 'conformance' ? 'manufacturer' : role.replace(/-2$/, '');
      expect(keyed.scope.organisationRole).toBe(expected);
      expect(keyed.scope.sandbox).toBe(role === 'conformance');
      expect(keyed.scope.location).toBeDefined();
    }
  });
});

describe('loading again', () => {
  test('changes nothing', async () => {
    const before = { counts: await countsOf(), file: readFileSync(join(dataDir, 'demo.json'), 'utf8') };
    await load();
    expect({ counts: await countsOf(), file: readFileSync(join(dataDir, 'demo.json'), 'utf8') }).toEqual(
      before,
    );
  });

  test('renews accounts and keys where demo.json is lost, and leaves the history alone', async () => {
    const before = await countsOf();
    const lost = readDemo();
    rmSync(join(dataDir, 'demo.json'));
    await load();
    const found = readDemo();
    expect(found.packs).toEqual(lost.packs);
    expect(await countsOf()).toMatchObject({
      event: before?.['event'],
      observation: before?.['observation'],
      user: 10,
    });
    expect((await scopeOfApiKey(lost.apiKeys['pharmacy'] ?? '', undefined)).ok).toBe(false);
    expect((await scopeOfApiKey(found.apiKeys['pharmacy'] ?? '', undefined)).ok).toBe(true);
    const [user] = found.users;
    expect(await signIn(user?.['email'] ?? '', user?.['password'] ?? '')).toContain('session');
  });
});

test('outside demo mode there is no permit to import a history', async () => {
  expect(await importPermit({ demoMode: false })).toEqual({ ok: false, error: { code: 'import/forbidden' } });
  expect(await importPermit({ administrator: 'nobody' })).toEqual({
    ok: false,
    error: { code: 'import/forbidden' },
  });
});
