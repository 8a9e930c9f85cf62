import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createUser } from '../auth/create-user.ts';
import { signIn } from '../auth/sign-in.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { ChainInTests } from '../service/chain-in-tests.ts';
import { chainInTests } from '../service/chain-in-tests.ts';
import { bearerOf } from '../service/keys-in-tests.ts';
import { closeStore } from '../store/pool.ts';
import { withScope } from './with-scope.ts';

let chain: ChainInTests;
let cookie = '';
beforeAll(async () => {
  chain = await chainInTests();
  const { organisation, location } = chain.pharmacy;
  await createUser({
    name: 'A',
    email: 'a@vialog.example',
    password: 'correct horse battery',
    memberships: [{ organisation, location, userRole: 'operator' }],
  });
  cookie = (await signIn('a@vialog.example', 'correct horse battery')) ?? '';
});
afterAll(closeStore);

const seen: OrgScope[] = [];
const handler = withScope('packs', async (scope) => {
  seen.push(scope);
  return Response.json({ ok: true });
});

const ask = (headers: Record<string, string>, method = 'POST') =>
  handler(
    new Request('http://vialog.example/api', { method, headers: { host: 'vialog.example', ...headers } }),
  );

describe('a session writes from our own pages only', () => {
  test.each([
    [200, { 'sec-fetch-site': 'same-origin' }],
    [403, { 'sec-fetch-site': 'cross-site', origin: 'http://vialog.example' }],
    [403, { 'sec-fetch-site': 'same-site' }],
    [403, { 'sec-fetch-site': 'none' }],
    [200, { origin: 'http://vialog.example' }],
    [403, { origin: 'http://evil.example' }],
    [403, { origin: 'null' }],
    [403, {}],
  ])('%i with %j', async (status, headers) => {
    expect((await ask({ cookie, ...headers } as Record<string, string>)).status).toBe(status);
  });

  test('reading needs no such proof, and neither does a key', async () => {
    expect((await ask({ cookie }, 'GET')).status).toBe(200);
    expect(seen.at(-1)).toMatchObject({
      organisation: chain.pharmacy.organisation,
      actor: expect.stringMatching(/^user:/),
    });
    expect(
      (await ask({ authorization: await bearerOf(chain.pharmacy), 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(200);
  });
});

test('what nobody foresaw is answered with a number, and neither answer nor journal tells what was in hand', async () => {
  const journal = vi.spyOn(console, 'error').mockImplementation(() => {});
  const failing = withScope('packs', async () => {
    throw Object.assign(new Error('Key (serial)=(SECRET-1) already exists'), { code: '23505' });
  });
  const response = await failing(
    new Request('http://vialog.example/api', { headers: { authorization: await bearerOf(chain.pharmacy) } }),
  );
  const text = await response.text();
  const lines = journal.mock.calls.flat().join('\n');
  journal.mockRestore();
  expect(response.status).toBe(500);
  expect(JSON.parse(text)).toMatchObject({ code: 'server/fault', id: expect.any(String) });
  expect(lines).toContain(JSON.parse(text).id);
  expect(lines).toContain('23505');
  expect(lines).toContain('with-scope.test.ts');
  for (const told of [text, lines]) expect(told).not.toContain('SECRET-1');
  expect(text).not.toContain('.ts:');
});

test('429 with Retry-After for a key that asks more than six hundred times a minute', async () => {
  const authorization = await bearerOf(chain.pharmacy);
  const statuses: number[] = [];
  let last: Response | undefined;
  for (let n = 0; n < 620; n++) {
    last = await ask({ authorization }, 'GET');
    statuses.push(last.status);
  }
  expect(statuses.slice(0, 600).every((status) => status === 200)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect((await ask({ authorization: await bearerOf(chain.pharmacy) }, 'GET')).status).toBe(200);
});
