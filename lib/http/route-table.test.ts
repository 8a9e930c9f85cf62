import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mintScope } from '../auth/mint-scope.ts';
import {
  ORGANISATION_ROLES,
  type OrganisationRole,
  type OrgScope,
  USER_ROLES,
  type UserRole,
} from '../custody/org-scope.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  countOf,
  deliver,
  eventOf,
  LOT,
  packRequest,
  say,
  uriOf,
} from '../service/chain-in-tests.ts';
import { bearerOf } from '../service/keys-in-tests.ts';
import { orderLabels } from '../service/labels/order-labels.ts';
import { orderOperations } from '../service/operations/order-operations.ts';
import { generateBatch } from '../service/registration/open-registration.ts';
import { reportDoubt } from '../service/report-doubt.ts';
import { verifyPack } from '../service/verify-pack.ts';
import { saveGrant } from '../store/grants.ts';
import { closeStore, pool } from '../store/pool.ts';
import { glnOf, NOW, organisationInTests } from '../store/world-in-tests.ts';
import { startJobRunner } from '../worker/job-runner.ts';
import type { Running } from '../worker/loop.ts';
import { startSequencer } from '../worker/start-sequencer.ts';
import { ROUTES, type RouteRow } from './route-table.ts';

const APP = join(import.meta.dirname, '../../app');
const STATES = ['active', 'supplied', 'destroyed', 'exported', 'sample', 'free-sample', 'locked', 'stolen'];

type Handler = (request: Request) => Promise<Response>;
const GUARDED = ROUTES.filter(({ scope }) => scope !== 'public');

let chain: ChainInTests;
let workers: readonly Running[] = [];
let job = '';
let labelJob = '';
let eventId = '';
let operationsJob = '';
let registrationJob = '';
/** The key with which the platform signs for the manufacturer. */
let actorKey = '';
const A_KEY = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString(
  'base64',
);
const A_SIGNATURE = Buffer.alloc(64).toString('base64');
const grantId = 'ab'.repeat(16);
/** A doubt of the public, with a photo. */
let findingId = '';
let bareEvent = '';
/** Whatever would tell a stranger who did something with a pack, what it is or where. */
let secrets: readonly string[] = [];
/** A stranger of each role, in another country. */
const strangers = new Map<OrganisationRole, OrgScope>();

const moduleOf = async ({ path }: RouteRow): Promise<Readonly<Record<string, Handler>>> =>
  import(/* @vite-ignore */ pathToFileURL(join(APP, path, 'route.ts')).href);

async function call(row: RouteRow, address: string, init: RequestInit = {}) {
  const handler = (await moduleOf(row))[row.method];
  if (!handler) throw new Error(`${row.path} has no ${row.method}`);
  const request = new Request(`http://localhost${address}`, { ...init, method: row.method });
  // Thousands of calls within seconds: from one address they would be limited.
  if (!request.headers.has('x-forwarded-for')) request.headers.set('x-forwarded-for', nextAddress());
  return handler(request);
}

let calls = 0;
const nextAddress = (): string => `10.${(++calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`;

const documentOf = (serial: string): string => {
  const { document, context } = eventOf({
    bizStep: 'shipping',
    disposition: 'in_transit',
    epcList: [uriOf(chain.gtin, serial)],
  });
  return JSON.stringify({
    '@context': context,
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-11-20T12:00:00Z',
    epcisBody: { eventList: [document] },
  });
};

interface Attempt {
  readonly address: string;
  readonly init: RequestInit;
}

/** Every way to ask a route for something of the chain's, `serial` being a pack at its pharmacy. */
function attempts(row: RouteRow, serial: string, batch: string): readonly Attempt[] {
  const headers = { 'entry-mode': 'scan', 'content-type': 'application/json' };
  const plain = (address: string): readonly Attempt[] => [{ address, init: { headers } }];
  switch (row.subject) {
    case 'pack': {
      const address = `${row.path.replace('[gtin]', chain.gtin).replace('[serial]', serial)}?batch=${batch}&expiry=280531&reason=inspection`;
      if (row.method === 'GET') return plain(address);
      return STATES.map((state) => ({ address, init: { headers, body: JSON.stringify({ state }) } }));
    }
    case 'events':
      return [
        ...plain(row.path),
        ...plain(`${row.path}?MATCH_epc=${encodeURIComponent(uriOf(chain.gtin, serial))}`),
      ];
    case 'event':
      return plain(row.path.replace('[id]', encodeURIComponent(eventId)));
    case 'capture-job':
      return plain(row.path.replace('[id]', job));
    case 'label-order':
      return [
        { labels: 'packs', gtin: chain.gtin, batch: 'L1', form: 'svg' },
        { labels: 'packs', gtin: chain.gtin, batch: 'L1', form: 'zpl-300', from: serial, most: 1 },
        { labels: 'ssccs', count: 3, form: 'pdf-a4' },
      ].map((order) => ({ address: row.path, init: { headers, body: JSON.stringify(order) } }));
    case 'trends':
      return ['alerts', 'coverage', 'sites'].flatMap((table) => plain(`${row.path}?table=${table}`));
    case 'label-job':
      return plain(row.path.replace('[id]', labelJob));
    case 'grants':
      return [null, { to: strangers.get('auditor')?.organisation }, { to: glnOf(99) }].map((order) => ({
        address: row.path,
        init: row.method === 'GET' ? { headers } : { headers, body: JSON.stringify(order) },
      }));
    case 'grant':
      return plain(row.path.replace('[id]', grantId));
    case 'keys':
      return [
        {},
        { publicKey: 'AA==' },
        { publicKey: A_KEY },
        { signed: 'AAAA', possession: A_SIGNATURE },
      ].map((order) => ({
        address: row.path,
        init: row.method === 'GET' ? { headers } : { headers, body: JSON.stringify(order) },
      }));
    case 'key':
      return [
        ...plain(row.path.replace('[id]', actorKey)),
        ...plain(row.path.replace('[id]', 'none')),
        ...plain(`${row.path.replace('[id]', actorKey)}?compromisedSince=2026-11-20T10:00:00Z`),
      ];
    case 'leaves':
      return [
        { address: `${row.path}?key=${actorKey}`, init: { headers, body: documentOf(serial) } },
        { address: row.path, init: { headers, body: documentOf(serial) } },
      ];
    case 'document':
      return [{ address: row.path, init: { headers, body: documentOf(serial) } }];
    case 'block-list':
      return [...plain(row.path), ...plain(`${row.path}?have=1`)];
    case 'finding':
      return plain(row.path.replace('[id]', findingId));
    case 'operations':
      return [
        {
          address: row.path,
          init: { headers, body: JSON.stringify({ operations: linesOf(serial, batch) }) },
        },
      ];
    case 'operations-job':
      return plain(row.path.replace('[id]', operationsJob));
    case 'registrations': {
      const order = `gtin=${chain.gtin}&batch=${batch}&expiry=280531`;
      const csv = { headers: { ...headers, 'content-type': 'text/csv' }, body: `${serial}\nANOTHER\n` };
      return [
        { address: `${row.path}?${order}`, init: csv },
        { address: `${row.path}?${order}&generate=5`, init: { headers } },
      ];
    }
    case 'bundle': {
      const address = row.path.replace('[gtin]', chain.gtin).replace('[serial]', serial);
      return plain(`${address}?batch=${batch}&expiry=280531&reason=inspection`);
    }
    case 'erasure':
      return [{ fields: ['extension vialog'] }, { fields: [] }, null].map((order) => ({
        address: row.path.replace('[id]', bareEvent),
        init: { headers, body: JSON.stringify(order) },
      }));
    case 'recall':
      return plain(row.path.replace('[gtin]', chain.gtin).replace('[lot]', batch));
    case 'registration':
      return plain(row.path.replace('[id]', registrationJob));
    case 'log':
    case 'server':
      return [];
  }
}

/** Everything that can be said of a pack in a list. */
const linesOf = (serial: string, batch: string) =>
  [undefined, ...STATES].map((state) => ({
    ...{ gtin: chain.gtin, serial, batch, expiry: '280531', entryMode: 'scan' },
    ...{ at: new Date().toISOString(), ...(state && { state }) },
  }));

const withKey = ({ headers, ...init }: RequestInit, authorization: string): RequestInit => ({
  ...init,
  headers: { ...(headers as Record<string, string>), authorization },
});

/** The key with which the platform signs for an organisation. */
async function keyOf({ organisation }: OrgScope): Promise<string> {
  const { rows } = await pool().query('select id from actor_key where organisation = $1', [organisation]);
  return rows[0]?.id ?? '';
}

async function firstEventOf(serial: string): Promise<string> {
  const { rows } = await pool().query(`select event from event_object where uri = $1 and counter = 1`, [
    uriOf(chain.gtin, serial),
  ]);
  return rows[0]?.event ?? '';
}

beforeAll(async () => {
  chain = await chainInTests();
  workers = [startSequencer({ batchAgeMs: 10 }), await startJobRunner()];
  for (const [n, role] of ORGANISATION_ROLES.entries())
    strangers.set(role, await organisationInTests(1_000 + n * 10, role, { country: 'FR' }));
  for (const role of ORGANISATION_ROLES)
    for (const user of USER_ROLES) await deliver(chain, chain.pharmacy, [`${role}-${user}`.slice(-20)]);
  await deliver(chain, chain.pharmacy, ['BARE']);

  const capture = GUARDED.find(({ subject }) => subject === 'document');
  if (!capture) throw new Error('there is a route to capture by');
  const authorization = await bearerOf(chain.manufacturer);
  const { document, context } = eventOf(commissioning(chain.manufacturer, chain.gtin, ['OWN']));
  const body = JSON.stringify({
    '@context': context,
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-11-20T12:00:00Z',
    epcisBody: { eventList: [document] },
  });
  const response = await call(capture, capture.path, {
    body,
    headers: { authorization, 'content-type': 'application/json' },
  });
  job = response.headers.get('location')?.split('/').at(-1) ?? '';
  eventId = String(document['eventID']);
  await say(chain.manufacturer, commissioning(chain.manufacturer, chain.gtin, ['LABELLED']));
  const labels = await orderLabels(
    chain.manufacturer,
    {
      ...{ labels: 'packs', gtin: chain.gtin, lot: LOT, form: 'svg' },
      ...{ from: undefined, most: 1 },
    },
    undefined,
  );
  if (!labels.ok) throw new Error(labels.error.code);
  labelJob = labels.value;

  const operations = await orderOperations(chain.pharmacy, linesOf('BARE', 'L1').slice(0, 1), undefined);
  if (operations.ok) operationsJob = operations.value;
  const batch = {
    ...{ gtin: chain.gtin, lot: LOT, expiry: '2028-05-31' as LocalDate, at: NOW },
    ...{ requestKey: undefined, startsByItself: true },
  };
  const registration = await generateBatch(chain.manufacturer, batch, 3);
  if (registration.ok) registrationJob = registration.value;

  const photo = { type: 'image/png', bytes: Uint8Array.of(1) };
  const asked = { ...packRequest(chain.gtin, 'BARE'), entryMode: 'scan' } as const;
  await reportDoubt(asked, { country: 'IE', words: 'A secret doubt', photo });
  const { rows: findings } = await pool().query(`select id from finding where kind = 'case'`);
  findingId = findings[0]?.id ?? '';
  bareEvent = await firstEventOf('BARE');

  const { organisation: to } = chain.pharmacy;
  const what = {
    show: 'whole',
    event: undefined,
    gtin: undefined,
    lot: undefined,
    serial: undefined,
  } as const;
  const period = { purpose: 'operations', validFrom: NOW, validUntil: undefined } as const;
  await saveGrant(chain.manufacturer, { id: grantId, to, what, ...period }, NOW);

  actorKey = await keyOf(chain.manufacturer);

  const { rows } = await pool().query('select id, event_id from event');
  secrets = [
    chain.manufacturer.organisation,
    chain.pharmacy.organisation,
    chain.pharmacy.location ?? '',
    'Organisation 100',
    'Organisation 300',
    ...rows.flatMap(({ id, event_id }) => [id, event_id]),
  ];
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await closeStore();
});

describe('the table', () => {
  test('names every route file of the site, and every method that it answers', async () => {
    const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)route\.tsx?$/.test(file))
      // A folder in brackets groups pages and is no part of the address.
      .map((file) => `/${file.replace(/\/?route\.tsx?$/, '').replaceAll(/\([^)]*\)\//g, '')}`);
    expect([...new Set(ROUTES.map(({ path }) => path))].sort()).toEqual(files.sort());
    for (const row of GUARDED) {
      const methods = Object.keys(await moduleOf(row)).filter((name) => /^[A-Z]+$/.test(name));
      expect(methods.sort()).toEqual(
        ROUTES.filter(({ path }) => path === row.path)
          .map(({ method }) => method)
          .sort(),
      );
    }
  });

  test('has something to try on every route that is not public', () => {
    for (const row of GUARDED) expect(attempts(row, 'BARE', 'L1').length).toBeGreaterThan(0);
  });
});

describe.each(GUARDED.map((row) => [`${row.method} ${row.path}`, row] as const))('%s', (_name, row) => {
  test('answers nobody without a key, and no cookie from another’s page', async () => {
    for (const { address, init } of attempts(row, 'BARE', 'L1')) {
      expect((await call(row, address, init)).status).toBe(401);
      const foreign = {
        ...init,
        headers: {
          ...(init.headers as Record<string, string>),
          cookie: 'a=b',
          'sec-fetch-site': 'cross-site',
        },
      };
      expect([401, 403]).toContain((await call(row, address, foreign)).status);
      if (row.method !== 'GET') expect((await call(row, address, foreign)).status).toBe(403);
    }
  });

  test('answers no key that is for something else', async () => {
    const others = (['capture', 'packs', 'query', 'verify'] as const).filter((scope) => scope !== row.scope);
    const authorization = await bearerOf(chain.pharmacy, { scopes: others });
    for (const { address, init } of attempts(row, 'BARE', 'L1')) {
      const response = await call(row, address, withKey(init, authorization));
      expect([response.status, (await response.json()).code]).toEqual([403, 'auth/forbidden']);
    }
  });

  const cases = ORGANISATION_ROLES.flatMap((role) => USER_ROLES.map((user) => [role, user] as const));

  test.each(cases)(
    'to a foreign %s, as %s, it shows nothing of others and changes nothing of theirs',
    async (role, user) => {
      const stranger = mintScope({ ...(strangers.get(role) as OrgScope), userRole: user });
      const authorization = await bearerOf(stranger);
      const serial = `${role}-${user}`.slice(-20);
      const isAllowed = mayCall(row, user);
      for (const { address, init } of [...attempts(row, serial, 'L1'), ...attempts(row, serial, 'WRONG')]) {
        const response = await call(row, address, withKey(init, authorization));
        const text = await response.text();
        expect(response.status).not.toBe(500);
        for (const secret of secrets)
          expect(text.replaceAll(decodeURIComponent(address), '')).not.toContain(secret);
        if (isAllowed) judge(row, stranger, { address, status: response.status, text });
        else expect(response.status).toBe(403);
      }
      const { body } = await verifyPack(chain.pharmacy, packRequest(chain.gtin, serial));
      expect(body).toMatchObject({ verdict: 'supply', state: 'active' });
      const { rows } = await pool().query('select holder, location, lot from pack where serial = $1', [
        serial,
      ]);
      expect(rows).toEqual([
        { holder: chain.pharmacy.organisation, location: chain.pharmacy.location, lot: 'L1' },
      ]);
    },
  );
});

/** What a user role may do at all. */
function mayCall({ scope }: RouteRow, user: UserRole): boolean {
  if (scope === 'administer') return user === 'admin';
  return user !== 'viewer' || scope === 'query';
}

interface Answered {
  readonly address: string;
  readonly status: number;
  readonly text: string;
}

/** What a stranger who may call a route is answered: of what is recorded only its own testimony, which came before. */
function judge({ subject, path }: RouteRow, stranger: OrgScope, { address, status, text }: Answered): void {
  const ofOthers = ['event', 'capture-job', 'finding', 'grant', 'operations-job', 'registration', 'key'];
  if (ofOthers.includes(subject)) expect(status).toBe(404);
  if (subject === 'registrations') expect(status).toBe(403);
  if (path.endsWith('/history') && status === 200) {
    const { events } = JSON.parse(text) as { events: readonly { show: string; reporter?: string }[] };
    for (const { show, reporter } of events) {
      if (show === 'whole') expect(reporter).toBe(stranger.organisation);
      else expect(stranger.organisationRole).toBe('regulator');
    }
  }
  if (subject === 'pack' && address.includes('WRONG'))
    expect(JSON.parse(text)).toMatchObject({ product: null, ledger: null, state: null, batch: 'WRONG' });
}

test('after all of that every pack is still where it was, and the strangers’ documents are recorded without effect', async () => {
  await say(chain.manufacturer, commissioning(chain.manufacturer, chain.gtin, ['END']));
  for (let waited = 0; waited < 200 && (await countOf(`job where finished_at is null`)) > 0; waited++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await countOf(`job where finished_at is null`)).toBe(0);
  for (const role of ORGANISATION_ROLES)
    for (const user of USER_ROLES) {
      const { body } = await verifyPack(
        chain.pharmacy,
        packRequest(chain.gtin, `${role}-${user}`.slice(-20)),
      );
      expect(body).toMatchObject({ verdict: 'supply', state: 'active' });
    }
  expect(
    await countOf(
      `event e join event_object o on o.event = e.id where e.act = 'ship' and o.effect = 'without-effect'`,
    ),
  ).toBeGreaterThan(0);
});
