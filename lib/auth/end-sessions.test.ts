import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { loadSessions } from '../store/sessions.ts';
import { organisationInTests } from '../store/world-in-tests.ts';
import { createUser } from './create-user.ts';
import { demoAccounts, openDemoSession } from './demo-accounts.ts';
import { endSessions } from './end-sessions.ts';
import { openSession } from './open-session.ts';
import { requireVerifiedHolder } from './require-verified-holder.ts';
import { personOfSession, scopeOfSession } from './scope-of-session.ts';
import type { SessionCookie } from './session-cookie.ts';

const PASSWORD = 'a long enough password';
const EMAIL = 'demo@pharmacy.example';
const dataDir = mkdtempSync(join(tmpdir(), 'vialog-demo-'));
let pharmacy: OrgScope;
let userId = '';

beforeAll(async () => {
  vi.stubEnv('VIALOG_SECRET', 'a secret of this test run, thirty-two characters');
  vi.stubEnv('VIALOG_DEMO', '1');
  vi.stubEnv('VIALOG_DATA_DIR', dataDir);
  connectStore(await testDatabase());
  pharmacy = await organisationInTests(10, 'pharmacy');
  const { organisation, location } = pharmacy;
  const memberships = [{ organisation, userRole: 'operator', location } as const];
  userId = await createUser({ email: EMAIL, name: 'Demo', password: PASSWORD, memberships });
  const users = [{ role: 'pharmacy', organisation: 'Organisation 10', email: EMAIL, password: PASSWORD }];
  writeFileSync(join(dataDir, 'demo.json'), JSON.stringify({ users }));
});
afterAll(async () => {
  await closeStore();
  rmSync(dataDir, { recursive: true });
});

const headersOf = (cookies: readonly SessionCookie[]) =>
  new Headers({
    cookie: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
  });
const from = (cookies: readonly SessionCookie[] = []) => ({
  headers: headersOf(cookies),
  address: '192.0.2.1',
});

async function signedIn(email = EMAIL): Promise<readonly SessionCookie[]> {
  const opened = await openSession(email, PASSWORD, from());
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.cookies;
}
const isOpen = async (cookies: readonly SessionCookie[]) => (await scopeOfSession(headersOf(cookies))).ok;

test('one session is ended and the others stay', async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  const other = await personOfSession(headersOf(there));
  expect(await endSessions(other.ok ? other.value.sessionId : '', from(here))).toEqual({
    ok: true,
    value: 1,
  });
  expect([await isOpen(here), await isOpen(there)]).toEqual([true, false]);
});

test('signing out everywhere ends every session of the person at once, and nobody else’s', async () => {
  const memberships = [
    { organisation: pharmacy.organisation, userRole: 'viewer', location: undefined } as const,
  ];
  await createUser({ email: 'b@pharmacy.example', name: 'B', password: PASSWORD, memberships });
  const [here, there, stranger] = [await signedIn(), await signedIn(), await signedIn('b@pharmacy.example')];
  const own = await personOfSession(headersOf(stranger));
  expect(await endSessions(own.ok ? own.value.sessionId : '', from(here))).toMatchObject({ ok: false });

  expect(await endSessions(undefined, from(here))).toMatchObject({ ok: true });
  expect([await isOpen(here), await isOpen(there), await isOpen(stranger)]).toEqual([false, false, true]);
  expect(await loadSessions(userId)).toEqual([]);
  expect(await endSessions(undefined, from(here))).toEqual({
    ok: false,
    error: { code: 'auth/no-credentials' },
  });
});

test('the demo is entered by one click, though its account has a second factor and its organisation demands one', async () => {
  await pool().query(`update "user" set "twoFactorEnabled" = true where email = $1`, [EMAIL]);
  await pool().query('update organisation set demands_second_factor = true');
  expect(demoAccounts()).toEqual([{ role: 'pharmacy', organisation: 'Organisation 10', email: EMAIL }]);
  const cookies = (await openDemoSession(EMAIL, from())) ?? [];
  expect(await scopeOfSession(headersOf(cookies))).toMatchObject({ value: { location: pharmacy.location } });
  expect(await openDemoSession('b@pharmacy.example', from())).toBeUndefined();
});

test('a passkey that has not verified its holder is refused, at its making and at every sign-in', async () => {
  for (const userVerified of [true, false])
    for (const verification of [
      { registrationInfo: { userVerified } },
      { authenticationInfo: { userVerified } },
    ]) {
      const asked = requireVerifiedHolder({ verification });
      if (userVerified) await asked;
      else await expect(asked).rejects.toThrow('verified');
    }
  await expect(requireVerifiedHolder({ verification: {} })).rejects.toThrow('verified');
});
