import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { OrgScope, UserRole } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { API_SCOPES, type ApiScope, loadApiKeys } from '../store/api-keys.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { glnOf, organisationInTests } from '../store/world-in-tests.ts';
import { authenticate } from './authenticate.ts';
import { changeLocation } from './change-location.ts';
import { createUser } from './create-user.ts';
import { issueApiKey, issueApiKeyFor, type KeyOrder, revokeApiKey } from './issue-api-key.ts';
import { forgetKey } from './key-cache.ts';
import { mintScope } from './mint-scope.ts';
import { administratorOfSession, personOfSession, scopeOfSession } from './scope-of-session.ts';
import { handleSignIn, signIn } from './sign-in.ts';

const SOON = (Date.now() + 3_600_000) as Instant;
const PASSWORD = 'correct horse battery';

let pharmacy: OrgScope;
let other: OrgScope;
const asAdmin = (scope: OrgScope): OrgScope => mintScope({ ...scope, userRole: 'admin' });
const second = glnOf(12);

beforeAll(async () => {
  vi.stubEnv('VIALOG_SECRET', 'a secret of this test run, thirty-two characters');
  connectStore({ url: (await testDatabase()).url });
  pharmacy = await organisationInTests(10, 'pharmacy');
  other = await organisationInTests(20, 'regulator', { country: 'FR', realm: 3 });
  await pool().query(
    `insert into location (gln, organisation, name, kind, country, city, time_zone) values ($1, $2, 'Second', 'pharmacy', 'IE', 'Cork', 'Europe/Dublin')`,
    [second, pharmacy.organisation],
  );
});
afterAll(closeStore);

const order = (changed: Partial<KeyOrder> = {}): KeyOrder => ({
  name: 'till',
  location: pharmacy.location,
  userRole: 'operator',
  scopes: ['packs', 'verify'],
  expiresAt: SOON,
  ...changed,
});
const issue = (changed: Partial<KeyOrder> = {}) =>
  issueApiKeyFor(pharmacy.organisation, order(changed), 'test');
const withBearer = (text: string) => ({ headers: new Headers({ authorization: `Bearer ${text}` }) });
const withCookie = (cookie: string) => new Headers({ cookie });

test('a key speaks for its organisation from its location, as what it is', async () => {
  const key = await issue();
  const scope = await authenticate(withBearer(key.text), 'packs');

  expect(scope).toEqual({
    ok: true,
    value: {
      organisation: pharmacy.organisation,
      organisationRole: 'pharmacy',
      realm: 0,
      sandbox: false,
      country: 'IE',
      userRole: 'operator',
      location: pharmacy.location,
      actor: `key:${key.id}`,
      purpose: 'operations',
    },
  });
});

test('a key of a sandbox stays in its realm, and a regulator inspects', async () => {
  const key = await issueApiKeyFor(other.organisation, order({ location: undefined }), 'test');
  const scope = await authenticate(withBearer(key.text), 'verify');

  expect(scope).toMatchObject({
    value: { realm: 3, sandbox: true, purpose: 'inspection', location: undefined },
  });
});

test.each([
  ['nothing at all', {}, 'auth/no-credentials'],
  ['another scheme', { authorization: 'Basic dTpw' }, 'auth/no-credentials'],
  ['a key of the wrong shape', { authorization: 'Bearer vlg_1_2' }, 'auth/bad-key'],
  [
    'a key nobody issued',
    { authorization: `Bearer vlg_${'0'.repeat(16)}_${'0'.repeat(64)}` },
    'auth/bad-key',
  ],
  ['a cookie nobody issued', { cookie: 'better-auth.session_token=forged.forged' }, 'auth/no-credentials'],
])('%s gets nobody in', async (_, headers, code) => {
  expect(await authenticate({ headers: new Headers(headers) }, 'query')).toEqual({
    ok: false,
    error: { code },
  });
});

test('a key is good for its own scopes only', async () => {
  const key = await issue({ scopes: ['verify'] });
  const answers = await Promise.all(API_SCOPES.map((scope) => authenticate(withBearer(key.text), scope)));
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual([
    'auth/forbidden',
    'auth/forbidden',
    'auth/forbidden',
    'ok',
    'auth/forbidden',
  ]);
});

test('an expired key says so, whoever asks', async () => {
  const key = await issue({ expiresAt: (Date.now() - 1) as Instant });
  expect(await authenticate(withBearer(key.text), 'packs')).toEqual({
    ok: false,
    error: { code: 'auth/expired-key' },
  });
});

test('a key that is revoked while it is looked up for the first time is not remembered as good', async () => {
  const key = await issue();
  const revoking = await pool().connect();
  await revoking.query('begin');
  await revoking.query('update api_key set revoked_at = now() where id = $1', [key.id]);
  const used = authenticate(withBearer(key.text), 'packs');
  const waiting = `select from pg_locks where locktype = 'transactionid' and not granted`;
  while ((await revoking.query(waiting)).rowCount === 0);
  forgetKey(key.id);
  await revoking.query('commit');
  revoking.release();
  await used;
  expect(await authenticate(withBearer(key.text), 'packs')).toEqual({
    ok: false,
    error: { code: 'auth/bad-key' },
  });
});

test('a revoked key is unknown at once, and only its own administrator revokes it', async () => {
  const key = await issue();
  expect((await authenticate(withBearer(key.text), 'packs')).ok).toBe(true);

  expect(await revokeApiKey(pharmacy, key.id)).toEqual({ ok: false, error: { code: 'auth/forbidden' } });
  expect(await revokeApiKey(asAdmin(other), key.id)).toEqual({ ok: true, value: false });
  expect((await authenticate(withBearer(key.text), 'packs')).ok).toBe(true);

  expect(await revokeApiKey(asAdmin(pharmacy), key.id)).toEqual({ ok: true, value: true });
  expect(await authenticate(withBearer(key.text), 'packs')).toEqual({
    ok: false,
    error: { code: 'auth/bad-key' },
  });
});

test('a key is revoked by who administers its place', async () => {
  const [there, everywhere] = [await issue({ location: second }), await issue({ location: undefined })];
  for (const { id } of [there, everywhere])
    expect(await revokeApiKey(asAdmin(pharmacy), id)).toEqual({
      ok: false,
      error: { code: 'auth/forbidden' },
    });
  expect((await authenticate(withBearer(there.text), 'packs')).ok).toBe(true);
  const whole = mintScope({ ...pharmacy, userRole: 'admin', location: undefined });
  for (const { id } of [there, everywhere])
    expect(await revokeApiKey(whole, id)).toEqual({ ok: true, value: true });
});

test('the database never sees the text of a key', async () => {
  const key = await issue({ name: 'kept nowhere' });
  const { rows } = await pool().query('select k::text as row from api_key k where name = $1', [
    'kept nowhere',
  ]);
  expect(rows[0]?.row).not.toContain(key.text.slice(-64));
  const listed = (await loadApiKeys(pharmacy)).find((one) => one.id === key.id);
  expect(listed).toMatchObject({ name: 'kept nowhere', revokedAt: undefined, location: pharmacy.location });
  expect(await loadApiKeys(other)).not.toContainEqual(expect.objectContaining({ id: key.id }));
});

test('an administrator of one location makes keys for no other', async () => {
  const admin = asAdmin(pharmacy);
  expect((await issueApiKey(admin, order())).ok).toBe(true);
  expect((await issueApiKey(admin, order({ location: second }))).ok).toBe(false);
  expect((await issueApiKey(admin, order({ location: undefined }))).ok).toBe(false);
  expect((await issueApiKey(pharmacy, order())).ok).toBe(false);
});

test('a key for a place of somebody else is not made', async () => {
  await expect(issue({ location: other.location })).rejects.toThrow('belongs');
});

const person = async (email: string, userRole: UserRole, location = pharmacy.location) => {
  const memberships = [{ organisation: pharmacy.organisation, userRole, location }];
  const userId = await createUser({ email, name: 'Person', password: PASSWORD, memberships });
  return { userId, cookie: (await signIn(email, PASSWORD)) ?? '' };
};

test('a person who signs in speaks from the location of the membership', async () => {
  const { userId, cookie } = await person('one@example.org', 'operator');
  const scope = await authenticate({ headers: withCookie(cookie) }, 'capture' satisfies ApiScope);
  expect(scope).toMatchObject({
    value: { organisation: pharmacy.organisation, location: pharmacy.location, actor: `user:${userId}` },
  });
  expect((await administratorOfSession(withCookie(cookie))).ok).toBe(false);
});

test('a viewer may ask, and not report', async () => {
  const { cookie } = await person('viewer@example.org', 'viewer');
  expect((await authenticate({ headers: withCookie(cookie) }, 'query')).ok).toBe(true);
  expect(await authenticate({ headers: withCookie(cookie) }, 'capture')).toEqual({
    ok: false,
    error: { code: 'auth/forbidden' },
  });
});

test('a wrong password and an unknown person get no session', async () => {
  expect(await signIn('one@example.org', 'wrong horse battery')).toBeUndefined();
  expect(await signIn('nobody@example.org', PASSWORD)).toBeUndefined();
});

test('a short password makes no person', async () => {
  const made = createUser({
    email: 'short@example.org',
    name: 'S',
    password: 'elevenchars',
    memberships: [],
  });
  await expect(made).rejects.toThrow('twelve');
});

test('whoever is taken out of an organisation has no scope there, however long the session lasts', async () => {
  const { userId, cookie } = await person('gone@example.org', 'operator');
  await pool().query('delete from membership where user_id = $1', [userId]);
  expect(await scopeOfSession(withCookie(cookie))).toEqual({ ok: false, error: { code: 'auth/forbidden' } });
});

test('a member of one location cannot stand at another', async () => {
  const { cookie } = await person('bound@example.org', 'operator');
  const headers = withCookie(cookie);
  const moved = await changeLocation(headers, pharmacy.organisation, second);
  expect(moved).toEqual({ ok: false, error: { code: 'auth/forbidden' } });
  expect((await changeLocation(headers, pharmacy.organisation, undefined)).ok).toBe(false);
  expect((await changeLocation(headers, other.organisation, other.location)).ok).toBe(false);
  expect(await scopeOfSession(headers)).toMatchObject({ value: { location: pharmacy.location } });
});

test('a member of the whole organisation stands at each of its locations in turn, and that is logged', async () => {
  const memberships = [
    { organisation: pharmacy.organisation, userRole: 'operator', location: undefined } as const,
  ];
  const userId = await createUser({ email: 'all@example.org', name: 'A', password: PASSWORD, memberships });
  const headers = withCookie((await signIn('ALL@example.org', PASSWORD)) ?? '');
  expect(await scopeOfSession(headers)).toMatchObject({ value: { location: undefined } });

  expect((await changeLocation(headers, pharmacy.organisation, second)).ok).toBe(true);
  expect(await scopeOfSession(headers)).toMatchObject({ value: { location: second } });
  expect((await changeLocation(headers, pharmacy.organisation, other.location)).ok).toBe(false);
  expect(await personOfSession(headers)).toMatchObject({
    value: { name: 'A', memberships: [{ organisationRole: 'pharmacy' }] },
  });

  const { rows } = await pool().query('select subject from access_log where actor = $1', [`user:${userId}`]);
  expect(rows).toEqual([{ subject: second }]);
});

test('nobody signs up, and guessing passwords is stopped', async () => {
  const post = (path: string, body: object) =>
    handleSignIn(
      new Request(`http://localhost:3000/api/auth/${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': '203.0.113.9',
          origin: 'http://localhost:3000',
        },
        body: JSON.stringify(body),
      }),
    );
  const signUp = await post('sign-up/email', { email: 'me@example.org', name: 'Me', password: PASSWORD });
  expect(signUp.ok).toBe(false);

  const statuses: number[] = [];
  for (let attempt = 0; attempt < 11; attempt++) {
    statuses.push(
      (await post('sign-in/email', { email: 'one@example.org', password: `${PASSWORD}${attempt}` })).status,
    );
  }
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
  expect(statuses[10]).toBe(429);
});
