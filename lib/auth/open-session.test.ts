import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testDatabase } from '../store/database-in-tests.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { organisationInTests } from '../store/world-in-tests.ts';
import { createUser } from './create-user.ts';
import { demoAccounts, openDemoSession } from './demo-accounts.ts';
import { closeSession, openSession } from './open-session.ts';
import { scopeOfSession } from './scope-of-session.ts';
import type { SessionCookie } from './session-cookie.ts';

const EMAIL = 'a@pharmacy.example';
const PASSWORD = 'a long enough password';

beforeAll(async () => {
  vi.stubEnv('VIALOG_SECRET', 'a secret of this test run, thirty-two characters');
  vi.stubEnv('VIALOG_DEMO', '0');
  vi.stubEnv('VIALOG_BASE_URL', 'https://vialog.example');
  connectStore(await testDatabase());
  const { organisation, location } = await organisationInTests(10, 'pharmacy');
  await createUser({
    ...{ email: EMAIL, name: 'A', password: PASSWORD },
    memberships: [{ organisation, userRole: 'operator', location }],
  });
});
afterAll(closeStore);

const headersWith = (cookies: readonly SessionCookie[]) =>
  new Headers({
    cookie: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
  });

const from = (address: string) => ({ headers: new Headers(), address });

async function opened(address: string): Promise<readonly SessionCookie[]> {
  const session = await openSession(EMAIL, PASSWORD, from(address));
  if (!session.ok) throw new Error(session.error.code);
  return session.value.cookies;
}

test('the right password opens a session that only the server can read', async () => {
  const cookies = await opened('192.0.2.1');
  expect(cookies).toMatchObject([{ httpOnly: true, secure: true, sameSite: 'lax', path: '/' }]);
  expect(await scopeOfSession(headersWith(cookies))).toMatchObject({ ok: true });
});

test('a wrong password and an unknown address are refused in the same words', async () => {
  const wrong = await openSession(EMAIL, 'another long password', from('192.0.2.2'));
  const unknown = await openSession('b@pharmacy.example', PASSWORD, from('192.0.2.2'));
  expect(wrong).toEqual({ ok: false, error: { code: 'auth/wrong-credentials' } });
  expect(unknown).toEqual(wrong);
});

test('guessing is slowed down for each address, and for nobody else', async () => {
  const codes: string[] = [];
  for (let i = 0; i < 12; i++) {
    const tried = await openSession(EMAIL, `guess number ${i} of many`, from('192.0.2.3'));
    codes.push(tried.ok ? 'ok' : tried.error.code);
  }
  expect(codes.filter((code) => code === 'auth/wrong-credentials')).toHaveLength(10);
  expect(codes.at(-1)).toBe('rate/limited');
  expect((await openSession(EMAIL, PASSWORD, from('192.0.2.4'))).ok).toBe(true);
});

test('a closed session is closed on the server too', async () => {
  const cookies = await opened('192.0.2.5');
  const closing = await closeSession({ ...from('192.0.2.5'), headers: headersWith(cookies) });
  expect(closing.every(({ maxAge }) => maxAge === 0)).toBe(true);
  expect(await scopeOfSession(headersWith(cookies))).toMatchObject({ ok: false });
});

test('outside demo mode there is no account to step into', async () => {
  expect(demoAccounts()).toBeUndefined();
  expect(await openDemoSession(EMAIL, from('192.0.2.6'))).toBeUndefined();
  const { rows } = await pool().query('select count(*)::int as sessions from "session"');
  expect(rows[0].sessions).toBe(2);
});
