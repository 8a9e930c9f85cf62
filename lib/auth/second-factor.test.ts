import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { organisationInTests } from '../store/world-in-tests.ts';
import { createUser } from './create-user.ts';
import { openSession } from './open-session.ts';
import { askForNewPasskey, keepPasskey } from './own-passkeys.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  type NewSecondFactor,
  recoveryCodesLeft,
  removeSecondFactor,
  renewRecoveryCodes,
} from './own-second-factor.ts';
import { personOfSession, scopeOfSession } from './scope-of-session.ts';
import { giveSecondFactor } from './second-factor.ts';
import type { SessionCookie } from './session-cookie.ts';
import { totpInTests } from './totp-in-tests.ts';

const PASSWORD = 'a long enough password';
let people = 0;
let addresses = 0;
let pharmacy: OrgScope;

beforeAll(async () => {
  vi.stubEnv('VIALOG_SECRET', 'a secret of this test run, thirty-two characters');
  vi.stubEnv('VIALOG_BASE_URL', 'https://vialog.example');
  connectStore(await testDatabase());
  pharmacy = await organisationInTests(10, 'pharmacy');
});
beforeEach(() => pool().query('update organisation set demands_second_factor = false'));
afterAll(closeStore);

/** Each sign-in from another address, so that only the limits under test are met. */
function from(cookies: readonly SessionCookie[] = []) {
  addresses += 1;
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const headers = new Headers({ cookie, 'user-agent': 'Browser of a test' });
  return { headers, address: `192.0.${addresses >> 8}.${addresses & 255}` };
}

const value = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: object },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

interface Enrolled {
  readonly email: string;
  readonly userId: string;
  readonly factor: NewSecondFactor;
  readonly cookies: readonly SessionCookie[];
}

async function member(): Promise<{ readonly email: string; readonly userId: string }> {
  people += 1;
  const { organisation, location } = pharmacy;
  const email = `person-${people}@pharmacy.example`;
  const memberships = [{ organisation, userRole: 'operator', location } as const];
  return { email, userId: await createUser({ email, name: 'P', password: PASSWORD, memberships }) };
}

const signedIn = async (email: string) => value(await openSession(email, PASSWORD, from()));

/** A person with a second factor, turned on by the code of the step before this one. */
async function enrolled(): Promise<Enrolled> {
  const { email, userId } = await member();
  const { cookies } = await signedIn(email);
  const factor = value(await beginSecondFactor(PASSWORD, from(cookies)));
  const code = totpInTests(factor.uri, Date.now() - 30_000);
  return { email, userId, factor, cookies: value(await confirmSecondFactor(code, from(cookies))) };
}

test('the codes of the tests are those of RFC 6238', () => {
  // Appendix B, SHA-1: the last six of the eight digits.
  const uri = 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(totpInTests(uri, 59_000)).toBe('287082');
  expect(totpInTests(uri, 1_111_111_109_000)).toBe('081804');
  expect(totpInTests(uri, 20_000_000_000_000)).toBe('353130');
});

test('a second factor is asked for from its first code on, and not before', async () => {
  const { email } = await member();
  const { cookies } = await signedIn(email);
  const { uri } = value(await beginSecondFactor(PASSWORD, from(cookies)));
  expect(new URL(uri).searchParams.get('issuer')).toBe('Vialog');
  expect(await signedIn(email)).toMatchObject({ asks: 'nothing' });

  expect(await confirmSecondFactor('000000', from(cookies))).toMatchObject({
    error: { code: 'auth/wrong-code' },
  });
  const kept = value(await confirmSecondFactor(totpInTests(uri, Date.now()), from(cookies)));
  expect(await personOfSession(from(kept).headers)).toMatchObject({
    value: { hasSecondFactor: true, isStrong: true, scope: { location: pharmacy.location } },
  });
  expect(await scopeOfSession(from(cookies).headers)).toMatchObject({ ok: false });
  expect(await signedIn(email)).toMatchObject({ asks: 'second-factor' });
});

test('the password alone opens no session, and its code opens one', async () => {
  const { email, factor, userId } = await enrolled();
  const { cookies } = await signedIn(email);
  expect((await scopeOfSession(from(cookies).headers)).ok).toBe(false);

  const code = totpInTests(factor.uri, Date.now());
  const session = value(await giveSecondFactor('totp', code, from(cookies)));
  expect(await scopeOfSession(from(session).headers)).toMatchObject({ value: { actor: `user:${userId}` } });
});

test('a code is taken once, whoever has seen it', async () => {
  const { email, factor } = await enrolled();
  const [first, second] = [await signedIn(email), await signedIn(email)];
  const code = totpInTests(factor.uri, Date.now());
  const both = await Promise.all(
    [first, second].map(({ cookies }) => giveSecondFactor('totp', code, from(cookies))),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'auth/wrong-code' } });
});

test('the code of a session that is open answers no question of a sign-in', async () => {
  const { email, cookies: open, factor } = await enrolled();
  const code = totpInTests(factor.uri, Date.now());
  expect(await giveSecondFactor('totp', code, from(open))).toMatchObject({
    error: { code: 'auth/sign-in-again' },
  });
  const { cookies } = await signedIn(email);
  expect((await giveSecondFactor('totp', code, from([...open, ...cookies]))).ok).toBe(true);
});

test('guessing codes ends the question, and ten wrong ones in a row the answers for a quarter of an hour', async () => {
  const { email } = await enrolled();
  const codes: string[] = [];
  for (let question = 0; question < 3; question++) {
    const { cookies } = await signedIn(email);
    for (let guess = 0; guess < 6; guess++) {
      const given = await giveSecondFactor('totp', `00000${guess}`, from(cookies));
      codes.push(given.ok ? 'ok' : given.error.code);
    }
  }
  expect(codes.slice(0, 6)).toEqual([...Array(5).fill('auth/wrong-code'), 'auth/sign-in-again']);
  expect(codes.slice(12)).toEqual(Array(6).fill('rate/limited'));
});

test('a recovery code opens a session once', async () => {
  const { email, userId, factor } = await enrolled();
  const [code = ''] = factor.recoveryCodes;
  expect(await recoveryCodesLeft(userId)).toBe(10);
  const used = value(await giveSecondFactor('recovery', code, from((await signedIn(email)).cookies)));
  expect(await personOfSession(from(used).headers)).toMatchObject({ value: { isStrong: true } });
  expect(await recoveryCodesLeft(userId)).toBe(9);
  expect(await giveSecondFactor('recovery', code, from((await signedIn(email)).cookies))).toMatchObject({
    error: { code: 'auth/wrong-code' },
  });
});

test('new recovery codes take the place of the old ones, for who knows the password', async () => {
  const { email, factor, cookies } = await enrolled();
  expect(await renewRecoveryCodes('not the password', from(cookies))).toMatchObject({
    error: { code: 'auth/wrong-password' },
  });
  const codes = value(await renewRecoveryCodes(PASSWORD, from(cookies)));
  expect(codes).toHaveLength(10);
  const [old = ''] = factor.recoveryCodes;
  const question = await signedIn(email);
  expect((await giveSecondFactor('recovery', old, from(question.cookies))).ok).toBe(false);
  expect((await giveSecondFactor('recovery', codes[0] ?? '', from(question.cookies))).ok).toBe(true);
});

test('moved to another app, the old one answers no more', async () => {
  const { email, factor, cookies } = await enrolled();
  const { uri } = value(await beginSecondFactor(PASSWORD, from(cookies)));
  expect((await confirmSecondFactor(totpInTests(uri, Date.now() - 30_000), from(cookies))).ok).toBe(true);
  const question = await signedIn(email);
  expect(
    (await giveSecondFactor('totp', totpInTests(factor.uri, Date.now()), from(question.cookies))).ok,
  ).toBe(false);
  expect((await giveSecondFactor('totp', totpInTests(uri, Date.now()), from(question.cookies))).ok).toBe(
    true,
  );
});

test('where the organisation demands it, a password alone speaks for nobody, and nobody turns it off', async () => {
  const { email: weak } = await member();
  const { cookies: open } = await signedIn(weak);
  const strong = await enrolled();
  await pool().query('update organisation set demands_second_factor = true where gln = $1', [
    pharmacy.organisation,
  ]);

  expect(await scopeOfSession(from(open).headers)).toEqual({
    ok: false,
    error: { code: 'auth/second-factor-needed' },
  });
  expect((await scopeOfSession(from(strong.cookies).headers)).ok).toBe(true);
  expect(await removeSecondFactor(PASSWORD, from(strong.cookies))).toMatchObject({
    error: { code: 'auth/second-factor-demanded' },
  });

  const { uri } = value(await beginSecondFactor(PASSWORD, from(open)));
  const now = value(await confirmSecondFactor(totpInTests(uri, Date.now()), from(open)));
  expect((await scopeOfSession(from(now).headers)).ok).toBe(true);
});

test('where nobody demands it, it is turned off by the password, and the session is a weak one again', async () => {
  const { email, cookies } = await enrolled();
  expect((await removeSecondFactor('not the password', from(cookies))).ok).toBe(false);
  const now = value(await removeSecondFactor(PASSWORD, from(cookies)));
  expect(await personOfSession(from(now).headers)).toMatchObject({
    value: { hasSecondFactor: false, isStrong: false },
  });
  expect(await signedIn(email)).toMatchObject({ asks: 'nothing' });
});

test('a session of the password alone changes nothing beside a second factor or a passkey, and ends with the first code', async () => {
  const { email, userId } = await member();
  const [older, here] = [(await signedIn(email)).cookies, (await signedIn(email)).cookies];
  const refusedAll = async () => {
    const tries = [
      await beginSecondFactor(PASSWORD, from(older)),
      await removeSecondFactor(PASSWORD, from(older)),
      await renewRecoveryCodes(PASSWORD, from(older)),
      await askForNewPasskey(from(older)),
      await keepPasskey({}, 'Key', from(older)),
    ];
    for (const refused of tries)
      expect(refused).toEqual({ ok: false, error: { code: 'auth/second-factor-needed' } });
  };
  const withFactor = (isOn: boolean) =>
    pool().query('update "user" set "twoFactorEnabled" = $2 where id = $1', [userId, isOn]);
  await withFactor(true);
  await refusedAll();
  await withFactor(false);
  await pool().query(
    `insert into "passkey" (id, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
     values ('of-a-test', 'k', $1, 'c', 0, 'singleDevice', false)`,
    [userId],
  );
  await refusedAll();
  await pool().query('delete from "passkey" where "userId" = $1', [userId]);

  expect((await askForNewPasskey(from(here))).ok).toBe(true);
  const { uri } = value(await beginSecondFactor(PASSWORD, from(here)));
  const now = value(await confirmSecondFactor(totpInTests(uri, Date.now() - 30_000), from(here)));
  expect((await personOfSession(from(older).headers)).ok).toBe(false);
  expect(await personOfSession(from(now).headers)).toMatchObject({ value: { userId, isStrong: true } });
});

test('every step is in the log of sign-ins, with a network for an address and no code', async () => {
  const { email, userId, factor } = await enrolled();
  await openSession(email, 'not the password', from());
  const { cookies } = await signedIn(email);
  await giveSecondFactor('totp', '123123', from(cookies));
  await giveSecondFactor('totp', totpInTests(factor.uri, Date.now()), from(cookies));
  const { rows } = await pool().query(
    'select what, means, organisation, address, agent from sign_in_log where user_id = $1 order by id',
    [userId],
  );
  expect(rows.map(({ what, means }) => [what, means])).toEqual([
    ['signed-in', 'password'],
    ['second-factor-on', null],
    ['refused-password', null],
    ['refused-code', null],
    ['signed-in', 'totp'],
  ]);
  for (const row of rows)
    expect(row).toMatchObject({
      organisation: pharmacy.organisation,
      address: expect.stringMatching(/^192\.0\.\d+\.0\/24$/),
      agent: 'Browser of a test',
    });
});

test('thirty wrong passwords in a quarter of an hour close an address, from wherever and whether anybody has it', async () => {
  const { email } = await member();
  for (const each of [email, 'nobody@pharmacy.example']) {
    await openSession(each, 'not the password', from());
    await pool().query('update sign_in_guess set refusals = 29');
    expect(await openSession(each, 'not the password', from())).toMatchObject({
      error: { code: 'auth/wrong-credentials' },
    });
    expect(await openSession(each, PASSWORD, from())).toMatchObject({ error: { code: 'rate/limited' } });
  }
  await pool().query(`update sign_in_guess set since = now() - interval '16 minutes'`);
  expect((await openSession(email, PASSWORD, from())).ok).toBe(true);
});
