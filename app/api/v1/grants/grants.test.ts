import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mintScope } from '../../../../lib/auth/mint-scope.ts';
import type { OrgScope } from '../../../../lib/custody/org-scope.ts';
import { bearerOf } from '../../../../lib/service/keys-in-tests.ts';
import { testDatabase } from '../../../../lib/store/database-in-tests.ts';
import { closeStore, connectStore, pool } from '../../../../lib/store/pool.ts';
import { gtinOf, organisationInTests } from '../../../../lib/store/world-in-tests.ts';
import { DELETE } from './[id]/route.ts';
import { GET, POST } from './route.ts';

const ADDRESS = 'http://localhost/api/v1/grants';
let maker: OrgScope;
let regulator: OrgScope;
let key = '';

beforeAll(async () => {
  connectStore(await testDatabase());
  maker = mintScope({ ...(await organisationInTests(10, 'manufacturer')), userRole: 'admin' });
  regulator = await organisationInTests(20, 'regulator');
  key = await bearerOf(maker);
});
beforeEach(clear);
afterAll(closeStore);

/** Begins with no grants: past the triggers that keep statements, as only who owns the tables can. */
async function clear(): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query(`begin; set local session_replication_role = replica; delete from statement; delete from grant_use;
      delete from "grant"; commit`);
  } finally {
    client.release();
  }
}

const post = (body: object, headers: Record<string, string> = {}) =>
  POST(
    new Request(ADDRESS, {
      method: 'POST',
      headers: { authorization: key, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  );
const list = (query = '') => GET(new Request(`${ADDRESS}${query}`, { headers: { authorization: key } }));
const end = (id: string) =>
  DELETE(new Request(`${ADDRESS}/${id}`, { method: 'DELETE', headers: { authorization: key } }));

test('a grant is given, listed and ended', async () => {
  const given = await post({
    to: regulator.organisation,
    gtin: gtinOf(1),
    batch: 'L1',
    validUntil: '2099-01-01T00:00:00Z',
  });
  expect(given.status).toBe(201);
  const grant = await given.json();
  expect(grant).toMatchObject({
    ...{ from: maker.organisation, to: regulator.organisation, show: 'whole', purpose: 'inspection' },
    ...{
      gtin: gtinOf(1),
      batch: 'L1',
      serial: null,
      validUntil: '2099-01-01T00:00:00.000Z',
      revokedAt: null,
    },
  });
  expect(await (await list()).json()).toEqual({ grants: [grant] });

  const ended = await end(grant.id);
  expect([ended.status, (await ended.json()).revokedAt]).toEqual([200, expect.any(String)]);
  expect((await end(grant.id)).status).toBe(200);
  expect((await end('ab'.repeat(16))).status).toBe(404);
  expect((await end('nothing')).status).toBe(404);
});

test('under one Idempotency-Key a grant is given once', async () => {
  const headers = { 'idempotency-key': 'one' };
  const answers = await Promise.all([1, 2, 3].map(() => post({ to: regulator.organisation }, headers)));
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).id));
  expect(new Set(ids).size).toBe(1);
  const { rows } = await pool().query('select count(*)::int as n from statement');
  expect(rows[0].n).toBe(1);
  const other = await post({ to: regulator.organisation, show: 'outline' }, headers);
  expect([other.status, (await other.json()).code]).toEqual([409, 'request/replayed-differently']);
});

test.each([
  ['nobody', { to: '9520000000509' }, 422, 'grant/receiver', undefined],
  ['for what the receiver never reads', { purpose: 'operations' }, 422, 'grant/purpose', undefined],
  ['that is over', { validUntil: '2020-01-01T00:00:00Z' }, 422, 'grant/period', undefined],
  ['of a serial of nothing', { serial: 'S1' }, 422, 'grant/subject', undefined],
  ['to what is no GLN', { to: '1' }, 422, 'body/invalid', '/to'],
  ['of what is no GTIN', { gtin: '09520000000012' }, 422, 'body/invalid', '/gtin'],
  ['with a word nobody knows', { forever: true }, 422, 'body/invalid', ''],
])('a grant to %s is refused', async (_name, body, status, code, path) => {
  const answer = await post({ to: regulator.organisation, ...body });
  const problem = await answer.json();
  expect([answer.status, problem.code, problem.path]).toEqual([status, code, path]);
  expect(await (await list()).json()).toEqual({ grants: [] });
});

test('many grants are listed page by page, none twice', async () => {
  await pool().query(
    `insert into "grant" (from_party, to_party, show, purpose, valid_from)
      select $1, $2, 'whole', 'inspection', now() - (n % 7) * interval '1 hour' from generate_series(1, 120) n`,
    [maker.organisation, regulator.organisation],
  );
  const first = await list();
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const rest = await list(new URL(next, ADDRESS).search);
  const ids = [...(await first.json()).grants, ...(await rest.json()).grants].map(({ id }) => id);
  expect([ids.length, new Set(ids).size, rest.headers.get('link')]).toEqual([120, 120, null]);
  expect((await list('?nextPageToken=x')).status).toBe(422);
});
