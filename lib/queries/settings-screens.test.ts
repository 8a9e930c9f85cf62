import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createUser } from '../auth/create-user.ts';
import { mintScope } from '../auth/mint-scope.ts';
import { openSession } from '../auth/open-session.ts';
import { personOfSession } from '../auth/scope-of-session.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { giveGrant } from '../service/give-grant.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { closeStore, connectStore } from '../store/pool.ts';
import { eventIdInTests, NOW, organisationInTests } from '../store/world-in-tests.ts';
import { accountScreen } from './account-screen.ts';
import { grantsScreen } from './grants-screen.ts';
import { keysScreen } from './keys-screen.ts';
import { logOfUseScreen, type Reader } from './log-of-use-screen.ts';
import { peopleScreen } from './people-screen.ts';

const PASSWORD = 'a long enough password';
let pharmacy: OrgScope;
let other: OrgScope;
let reader: Reader;

beforeAll(async () => {
  vi.stubEnv('VIALOG_SECRET', 'a secret of this test run, thirty-two characters');
  connectStore(await testDatabase());
  pharmacy = await organisationInTests(10, 'pharmacy');
  other = await organisationInTests(20, 'wholesaler');
  const { organisation } = pharmacy;
  const memberships = [{ organisation, userRole: 'admin', location: undefined } as const];
  await createUser({ email: 'admin@pharmacy.example', name: 'Admin', password: PASSWORD, memberships });
  const headers = new Headers({
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0',
  });
  const opened = await openSession('admin@pharmacy.example', PASSWORD, { headers, address: '192.0.2.9' });
  if (!opened.ok) throw new Error(opened.error.code);
  const cookie = opened.value.cookies
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
  const person = await personOfSession(new Headers({ cookie }));
  if (!person.ok || !person.value.scope) throw new Error('the administrator is signed in');
  reader = { ...person.value, scope: person.value.scope };
});
afterAll(closeStore);

const as = (scope: OrgScope, userRole: OrgScope['userRole']) => mintScope({ ...scope, userRole });

test('people, keys and grants are shown to administrators, and to nobody else', async () => {
  for (const role of ['operator', 'viewer'] as const) {
    const scope = as(pharmacy, role);
    expect(await peopleScreen(scope, NOW, undefined)).toBeUndefined();
    expect(await keysScreen(scope, NOW)).toBeUndefined();
    expect(await grantsScreen(scope, NOW, undefined)).toBeUndefined();
  }
  const people = await peopleScreen(reader.scope, NOW, undefined);
  expect(people?.members.map(({ email, isSelf, places }) => [email, isSelf, places.length])).toEqual([
    ['admin@pharmacy.example', true, 1],
    ['operator-10@vialog.example', false, 1],
  ]);
  expect(JSON.stringify(people)).not.toContain('operator-20');
});

test('people are read page by page by their address', async () => {
  const people = await peopleScreen(reader.scope, NOW, 'admin@pharmacy.example');
  expect(people?.members.map(({ email }) => email)).toEqual(['operator-10@vialog.example']);
});

test('a grant is listed on both sides, each with the other', async () => {
  const what = {
    show: 'whole',
    event: undefined,
    gtin: undefined,
    lot: undefined,
    serial: undefined,
  } as const;
  const order = {
    id: eventIdInTests(),
    to: pharmacy.organisation,
    what,
    validUntil: (NOW + 1000) as Instant,
  };
  expect(await giveGrant(as(other, 'admin'), order, NOW)).toMatchObject({ ok: true });
  const [received] = (await grantsScreen(reader.scope, NOW, undefined))?.grants ?? [];
  expect(received).toMatchObject({ isGiven: false, party: 'Organisation 20', state: 'open', uses: 0 });
  const later = await grantsScreen(as(other, 'admin'), (NOW + 1000) as Instant, undefined);
  expect(later?.grants).toMatchObject([
    { isGiven: true, party: 'Organisation 10', state: 'over', stated: { status: 'recorded' } },
  ]);
});

test('a person sees where they are signed in, by a network and a browser', async () => {
  expect(await accountScreen(reader)).toMatchObject({
    secondFactor: null,
    isDemanded: false,
    passkeys: [],
    sessions: [{ isThis: true, means: 'password', address: '192.0.2.0/24', agent: 'Firefox on Linux' }],
  });
});

test('the log shows administrators all kinds, and others their own sign-ins', async () => {
  expect(await logOfUseScreen(reader, 'people', undefined)).toMatchObject({
    kind: 'people',
    lines: [{ who: 'admin@pharmacy.example', what: 'signed-in', means: 'password' }],
  });
  const operator: Reader = { ...reader, userId: '10', scope: as(pharmacy, 'operator') };
  for (const kind of ['people', 'keys', 'deeds', 'anything'])
    expect(await logOfUseScreen(operator, kind, undefined)).toMatchObject({
      kind: 'own',
      kinds: ['own'],
      lines: [],
    });
  const stranger: Reader = { ...reader, userId: '20', scope: as(other, 'admin') };
  expect((await logOfUseScreen(stranger, 'people', undefined)).lines).toEqual([]);
  expect((await logOfUseScreen(reader, 'own', 'x')).lines).toHaveLength(1);
  expect((await logOfUseScreen(reader, 'own', '1')).lines).toEqual([]);
});
