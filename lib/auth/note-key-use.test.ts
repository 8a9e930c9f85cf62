import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { loadKeyUses } from '../store/key-uses.ts';
import { closeStore, connectStore } from '../store/pool.ts';
import { NOW, organisationInTests } from '../store/world-in-tests.ts';
import { authenticate } from './authenticate.ts';
import { issueApiKeyFor } from './issue-api-key.ts';
import { noteKeyUse, writeKeyUses } from './note-key-use.ts';

let pharmacy: OrgScope;
let other: OrgScope;

beforeAll(async () => {
  connectStore(await testDatabase());
  pharmacy = await organisationInTests(10, 'pharmacy');
  other = await organisationInTests(20, 'pharmacy');
});
afterAll(closeStore);

const keyOf = (scope: OrgScope, name: string) =>
  issueApiKeyFor(
    scope.organisation,
    {
      ...{ name, location: scope.location, userRole: 'operator', scopes: ['verify'] },
      expiresAt: (Date.now() + 3_600_000) as Instant,
    },
    'test',
  );

const uses = (scope: OrgScope) => loadKeyUses(scope, { limit: 100 });

test('uses of a key are counted by the hour and by the network they come from', async () => {
  const { id: key } = await keyOf(pharmacy, 'till');
  const use = (address: string | undefined, at: number) =>
    noteKeyUse({ key, organisation: pharmacy.organisation, address }, at as Instant);
  for (let n = 0; n < 3; n++) use('192.0.2.7', NOW + n);
  use('192.0.2.250', NOW + 9);
  use('2001:db8::1', NOW + 10);
  await writeKeyUses();
  use('192.0.2.7', NOW + 11);
  use(undefined, NOW + 3_600_000);
  await writeKeyUses();
  await writeKeyUses();

  expect(await uses(pharmacy)).toMatchObject([
    { key, name: 'till', address: 'unknown', uses: 1, hour: NOW + 3_600_000 },
    { key, address: '2001:db8:0::/48', uses: 1 },
    { key, address: '192.0.2.0/24', uses: 5, hour: NOW, lastAt: NOW + 11 },
  ]);
  expect(await uses(other)).toEqual([]);
});

test('a key that is presented is logged where it is good, and what it may not do counts too', async () => {
  const { text } = await keyOf(other, 'robot');
  const request = { headers: new Headers({ authorization: `Bearer ${text}` }) };
  await authenticate(request, 'verify', '198.51.100.3');
  await authenticate(request, 'capture', '198.51.100.4');
  await authenticate(
    { headers: new Headers({ authorization: `Bearer ${text}0` }) },
    'verify',
    '198.51.100.5',
  );
  await writeKeyUses();
  expect(await uses(other)).toMatchObject([{ name: 'robot', address: '198.51.100.0/24', uses: 2 }]);
});

test('the log is read page by page, and nothing of it twice', async () => {
  const all = await uses(pharmacy);
  const first = await loadKeyUses(pharmacy, { limit: 2 });
  const rest = await loadKeyUses(pharmacy, { limit: 2, before: first.at(-1)?.id });
  expect([...first, ...rest]).toEqual(all);
});
