import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createUser } from '../../auth/create-user.ts';
import { mintScope } from '../../auth/mint-scope.ts';
import { openSession } from '../../auth/open-session.ts';
import { scopeOfSession } from '../../auth/scope-of-session.ts';
import { type OrgScope, USER_ROLES } from '../../custody/org-scope.ts';
import type { Instant } from '../../kernel/instant.ts';
import { testDatabase } from '../../store/database-in-tests.ts';
import type { InvitedPlace } from '../../store/invitations.ts';
import { loadMemberPlaces } from '../../store/members.ts';
import { closeStore, connectStore, pool } from '../../store/pool.ts';
import { loadSecondFactorDemand } from '../../store/second-factors.ts';
import { glnOf, organisationInTests } from '../../store/world-in-tests.ts';
import { giveGrant } from '../give-grant.ts';
import { acceptInvitation, seeInvitation } from './accept-invitation.ts';
import { changeMember } from './change-member.ts';
import { demandSecondFactor } from './demand-second-factor.ts';
import { invitePerson } from './invite-person.ts';
import { takeInvitationBack } from './take-invitation-back.ts';

const PASSWORD = 'a long enough password';
const SECOND = glnOf(12);
let chain: OrgScope;
let other: OrgScope;
let people = 0;

beforeAll(async () => {
  vi.stubEnv('VIALOG_SECRET', 'a secret of this test run, thirty-two characters');
  connectStore(await testDatabase());
  chain = await organisationInTests(10, 'pharmacy');
  other = await organisationInTests(20, 'pharmacy');
  await pool().query(
    `insert into location (gln, organisation, name, kind, country, city, time_zone) values ($1, $2, 'Second', 'pharmacy', 'IE', 'Cork', 'Europe/Dublin')`,
    [SECOND, chain.organisation],
  );
});
beforeEach(() => pool().query('update organisation set demands_second_factor = false'));
afterAll(closeStore);

const as = (scope: OrgScope, changed: Partial<OrgScope>): OrgScope => mintScope({ ...scope, ...changed });
const whole = () => as(chain, { userRole: 'admin', location: undefined });
const now = () => Date.now() as Instant;
const email = () => {
  people += 1;
  return `person-${people}@pharmacy.example`;
};
const at = (location: OrgScope['location'], userRole: InvitedPlace['userRole'] = 'operator') => [
  { location, userRole },
];

async function invited(places: readonly InvitedPlace[], address = email()) {
  const made = await invitePerson(whole(), { email: address, places, days: 7 }, now());
  if (!made.ok) throw new Error(made.error.code);
  return { ...made.value, email: address };
}

const asNew = { kind: 'new', name: 'New Person', password: PASSWORD } as const;

async function member(places: readonly InvitedPlace[]): Promise<string> {
  const memberships = places.map((place) => ({ ...place, organisation: chain.organisation }));
  return createUser({ email: email(), name: 'M', password: PASSWORD, memberships });
}

async function scopeAfterSignIn(address: string) {
  const opened = await openSession(address, PASSWORD, {
    headers: new Headers(),
    address: `192.0.2.${people}`,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const cookie = opened.value.cookies
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
  return scopeOfSession(new Headers({ cookie }));
}

test('who accepts an invitation signs in with its address, as what it says and where', async () => {
  const places = [...at(chain.location, 'viewer'), ...at(SECOND, 'admin')];
  const { token, email: address } = await invited(places);
  expect(await seeInvitation(token)).toMatchObject({
    organisation: chain.organisation,
    email: address,
    isKnown: false,
  });

  expect(await acceptInvitation(token, asNew)).toEqual({ ok: true, value: address });
  expect(await scopeAfterSignIn(address)).toMatchObject({
    value: { organisation: chain.organisation, location: chain.location, userRole: 'viewer' },
  });
});

test('an invitation is accepted once, and of two at once one remains', async () => {
  const { token, email: address } = await invited(at(undefined));
  const both = await Promise.allSettled([acceptInvitation(token, asNew), acceptInvitation(token, asNew)]);
  const done = both.filter((each) => each.status === 'fulfilled' && each.value.ok);
  expect(done).toHaveLength(1);
  expect(await seeInvitation(token)).toBeUndefined();
  expect(await acceptInvitation(token, asNew)).toEqual({
    ok: false,
    error: { code: 'invitation/not-valid' },
  });
  const { rows } = await pool().query('select count(*)::int as n from "user" where email = $1', [address]);
  expect(rows[0].n).toBe(1);
});

test('an invitation that was taken back, is too old or nobody made cannot be accepted', async () => {
  const back = await invited(at(undefined));
  expect(await takeInvitationBack(whole(), back.id)).toEqual({ ok: true, value: undefined });
  const old = await invited(at(undefined));
  await pool().query('update invitation set expires_at = now() where id = $1', [old.id]);
  for (const token of [back.token, old.token, 'x', ''])
    expect(await acceptInvitation(token, asNew)).toEqual({
      ok: false,
      error: { code: 'invitation/not-valid' },
    });
});

test('an invitation is for one address: who signs in with it already joins, and nobody else does', async () => {
  const address = email();
  const memberships = [
    { organisation: other.organisation, userRole: 'operator', location: undefined } as const,
  ];
  const userId = await createUser({ email: address, name: 'Known', password: PASSWORD, memberships });
  const { token } = await invited(at(SECOND, 'operator'), address);

  expect(await acceptInvitation(token, asNew)).toMatchObject({ error: { code: 'invitation/sign-in-first' } });
  const stranger = { kind: 'known', userId: '20', email: 'operator-20@vialog.example' } as const;
  expect(await acceptInvitation(token, stranger)).toMatchObject({
    error: { code: 'invitation/other-person' },
  });
  expect(await acceptInvitation(token, { kind: 'known', userId, email: address })).toMatchObject({
    ok: true,
  });
  expect(await loadMemberPlaces(chain, userId)).toEqual(at(SECOND));
  expect(await loadMemberPlaces(other, userId)).toEqual(at(undefined));
});

test('a short password makes nobody, and the invitation stays', async () => {
  const { token } = await invited(at(undefined));
  const short = { ...asNew, password: 'elevenchars' };
  expect(await acceptInvitation(token, short)).toMatchObject({
    error: { code: 'person/password-too-short' },
  });
  expect(await seeInvitation(token)).toBeDefined();
});

test('of a token the database has the hash alone', async () => {
  const { token, id } = await invited(at(undefined));
  const { rows } = await pool().query('select i::text as row from invitation i where id = $1', [id]);
  expect(rows[0].row).not.toContain(token);
});

test('at a place with a role of its own that role holds, elsewhere the one of the whole organisation', async () => {
  const address = email();
  const memberships = [...at(undefined, 'viewer'), ...at(SECOND, 'admin')].map((place) => ({
    ...place,
    organisation: chain.organisation,
  }));
  const userId = await createUser({ email: address, name: 'Two', password: PASSWORD, memberships });
  const bind = (location: string | null) =>
    pool().query('update "session" set location = $2 where "userId" = $1', [userId, location]);
  const opened = await openSession(address, PASSWORD, { headers: new Headers(), address: '192.0.2.250' });
  if (!opened.ok) throw new Error(opened.error.code);
  const cookie = opened.value.cookies
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
  const roleAt = async (location: string | null) => {
    await bind(location);
    const scope = await scopeOfSession(new Headers({ cookie }));
    return scope.ok && [scope.value.location, scope.value.userRole];
  };
  expect(await roleAt(null)).toEqual([undefined, 'viewer']);
  expect(await roleAt(SECOND)).toEqual([SECOND, 'admin']);
  expect(await roleAt(chain.location ?? '')).toEqual([chain.location, 'viewer']);
});

describe('what an administrator changes', () => {
  test('holds in sessions that are open', async () => {
    const address = email();
    const memberships = [
      { organisation: chain.organisation, userRole: 'operator', location: SECOND } as const,
    ];
    const userId = await createUser({ email: address, name: 'Moved', password: PASSWORD, memberships });
    expect(await scopeAfterSignIn(address)).toMatchObject({
      value: { location: SECOND, userRole: 'operator' },
    });
    await changeMember(whole(), userId, at(chain.location, 'viewer'));
    expect(await scopeAfterSignIn(address)).toMatchObject({
      value: { location: chain.location, userRole: 'viewer' },
    });
    await changeMember(whole(), userId, []);
    expect(await scopeAfterSignIn(address)).toEqual({ ok: false, error: { code: 'auth/forbidden' } });
  });

  test('takes back the open invitations of who administers no more, and nobody else’s', async () => {
    for (const after of [[], at(undefined, 'viewer'), [...at(undefined, 'admin'), ...at(SECOND)]]) {
      const userId = await member(at(undefined, 'admin'));
      const self = as(chain, { userRole: 'admin', location: undefined, actor: `user:${userId}` });
      const own = await invitePerson(
        self,
        { email: email(), places: at(undefined, 'admin'), days: 7 },
        now(),
      );
      const others = await invited(at(undefined));
      const token = own.ok ? own.value.token : '';
      await changeMember(whole(), userId, [...at(undefined, 'admin'), ...at(SECOND, 'admin')]);
      expect(await seeInvitation(token)).toBeDefined();

      expect(await changeMember(whole(), userId, after)).toMatchObject({ ok: true });
      expect(await acceptInvitation(token, asNew)).toMatchObject({ error: { code: 'invitation/not-valid' } });
      expect(await seeInvitation(others.token)).toBeDefined();
    }
  });

  test('is never what they are themselves, nor anybody of another organisation', async () => {
    const userId = await member(at(undefined, 'admin'));
    const self = as(chain, { userRole: 'admin', location: undefined, actor: `user:${userId}` });
    expect(await changeMember(self, userId, [])).toEqual({ ok: false, error: { code: 'person/self' } });
    const foreign = as(other, { userRole: 'admin', location: undefined });
    expect(await changeMember(foreign, userId, [])).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  test('names places of the organisation, none twice', async () => {
    const userId = await member(at(undefined));
    for (const places of [at(other.location), [...at(SECOND), ...at(SECOND, 'viewer')]]) {
      expect(await changeMember(whole(), userId, places)).toEqual({
        ok: false,
        error: { code: 'person/places' },
      });
      expect(await invitePerson(whole(), { email: email(), places, days: 7 }, now())).toEqual({
        ok: false,
        error: { code: 'person/places' },
      });
    }
  });
});

/** Who asks, and whether they administer the second place and the whole organisation. */
const ASKING: readonly (readonly [string, () => OrgScope, boolean, boolean])[] = [
  ...USER_ROLES.flatMap((role) => [
    [
      `${role} of the whole organisation`,
      () => as(chain, { userRole: role, location: undefined }),
      role === 'admin',
      role === 'admin',
    ] as const,
    [
      `${role} of the second place`,
      () => as(chain, { userRole: role, location: SECOND }),
      role === 'admin',
      false,
    ] as const,
    [`${role} of the first place`, () => as(chain, { userRole: role }), false, false] as const,
  ]),
];

describe.each(ASKING)('as %s', (_name, scope, atSecond, everywhere) => {
  const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
    result.ok ? 'ok' : result.error?.code;
  const may = (isAllowed: boolean) => (isAllowed ? 'ok' : 'auth/forbidden');
  const invite = (places: readonly InvitedPlace[]) =>
    invitePerson(scope(), { email: email(), places, days: 7 }, now());

  test('people are invited to the places that one administers', async () => {
    expect(codeOf(await invite(at(SECOND)))).toBe(may(atSecond));
    expect(codeOf(await invite(at(undefined)))).toBe(may(everywhere));
    expect(codeOf(await invite([...at(SECOND), ...at(chain.location)]))).toBe(may(everywhere));
  });

  test('people are changed and invitations taken back at those places', async () => {
    expect(codeOf(await changeMember(scope(), await member(at(SECOND)), []))).toBe(may(atSecond));
    expect(codeOf(await changeMember(scope(), await member(at(SECOND)), at(undefined)))).toBe(
      may(everywhere),
    );
    expect(codeOf(await takeInvitationBack(scope(), (await invited(at(SECOND))).id))).toBe(may(atSecond));
    expect(codeOf(await takeInvitationBack(scope(), (await invited(at(undefined))).id))).toBe(
      may(everywhere),
    );
  });

  test('the whole organisation’s affairs are those of its administrator', async () => {
    expect(codeOf(await demandSecondFactor(scope(), true, true))).toBe(may(everywhere));
    expect(await loadSecondFactorDemand(chain)).toBe(everywhere);
    const what = {
      show: 'whole',
      event: undefined,
      gtin: undefined,
      lot: undefined,
      serial: undefined,
    } as const;
    const order = { id: crypto.randomUUID(), to: other.organisation, what, validUntil: undefined };
    expect(codeOf(await giveGrant(scope(), order, now()))).toBe(may(everywhere));
  });
});

test('nobody demands a second factor who has given none', async () => {
  expect(await demandSecondFactor(whole(), true, false)).toEqual({
    ok: false,
    error: { code: 'auth/second-factor-needed' },
  });
  expect(await loadSecondFactorDemand(chain)).toBe(false);
});

test('the administrator of the only place is that of the whole organisation', async () => {
  const only = as(other, { userRole: 'admin' });
  expect((await demandSecondFactor(only, true, true)).ok).toBe(true);
});
