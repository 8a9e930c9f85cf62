import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PHOTOS_IN_TESTS } from '../../../../lib/http/photo/photos-in-tests.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  deliver,
  lotUriOf,
  say,
  uriOf,
} from '../../../../lib/service/chain-in-tests.ts';
import { bearerOf } from '../../../../lib/service/keys-in-tests.ts';
import { closeStore, pool } from '../../../../lib/store/pool.ts';
import { forgetReportPhotos } from '../../../../lib/store/public-reports.ts';
import { runDetectorsOnce } from '../../../../lib/worker/detector-engine.ts';
import { logInTests, sealAndPublish } from '../../../../lib/worker/log-in-tests.ts';
import { GET as photoOf } from '../findings/[id]/photo/route.ts';
import { POST as check } from './check/route.ts';
import { POST as doubt } from './doubts/route.ts';

let chain: ChainInTests;
let asked = 0;

const PACK = { batch: 'L1', expiry: '280531', mode: 'scan' };

/** Each from an address of its own, so that only the tests of limits meet any. */
function send(body: unknown, address = `198.51.100.${asked++ % 250}:${asked}`): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
  return check(
    new Request('http://localhost/api/v1/public/check', {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    }),
  );
}

const ask = (changed: Record<string, string>) => send({ gtin: chain.gtin, ...PACK, ...changed });

const observed = async () =>
  (await pool().query('select * from observation where organisation is null order by at')).rows;

beforeAll(async () => {
  chain = await chainInTests();
  const { manufacturer, pharmacy, gtin, sandbox } = chain;
  await deliver(chain, pharmacy, ['GOOD', 'STOLEN']);
  await say(pharmacy, { disposition: 'stolen', epcList: [uriOf(gtin, 'STOLEN')] });
  await say(manufacturer, commissioning(manufacturer, gtin, ['IN-RECALL'], 'L2'));
  const recall = {
    epcList: [],
    quantityList: [{ epcClass: lotUriOf(gtin, 'L2'), quantity: undefined, uom: undefined }],
    disposition: 'recalled',
  };
  await say(manufacturer, recall);
  await say(sandbox, commissioning(sandbox, gtin, ['PLAYED']));
  // Of a commissioning that no batch and date come with, nobody can show that the pack is in hand.
  const { lotNumber: _lot, itemExpirationDate: _date, ...bare } = commissioning(manufacturer, gtin, ['BARE']);
  await say(manufacturer, bare);
});
afterAll(closeStore);

test('a genuine pack is known and fit, and is named so that the print can be compared', async () => {
  const response = await ask({ serial: 'GOOD' });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    answer: 'fit',
    product: { gtin: chain.gtin, name: `Product ${chain.gtin}` },
    proof: null,
  });
});

test.each([
  ['stolen', { serial: 'STOLEN' }],
  ['of a recalled batch', { serial: 'IN-RECALL', batch: 'L2' }],
])('a pack that is %s is known and not fit, and why is not told', async (_what, pack) => {
  const text = await (await ask(pack)).text();
  expect(JSON.parse(text)).toMatchObject({ answer: 'not-fit' });
  expect(text).not.toMatch(/stolen|recall|Organisation|Cork|IE/i);
});

const NOT_CONFIRMED = [
  ['an unknown product', { gtin: '09506000134352', serial: 'GOOD' }],
  ['an unknown serial', { serial: 'NOBODYS' }],
  ['an unknown batch', { serial: 'NOBODYS', batch: 'NOBODYS' }],
  ['a wrong batch', { serial: 'GOOD', batch: 'L2' }],
  ['a wrong batch of a stolen pack', { serial: 'STOLEN', batch: 'L2' }],
  ['a wrong expiry date', { serial: 'GOOD', expiry: '280530' }],
  ['no batch', { serial: 'GOOD', batch: '' }],
  ['no expiry date', { serial: 'STOLEN', expiry: '' }],
  ['no serial', {}],
  ['a pack recorded without batch and date', { serial: 'BARE' }],
  ['a pack of a sandbox', { serial: 'PLAYED' }],
] as const;

test('unknown, wrong and withheld are one answer, to the byte', async () => {
  const answers = new Set<string>();
  for (const [, pack] of NOT_CONFIRMED) {
    const response = await ask(pack);
    answers.add(JSON.stringify([response.status, [...response.headers], await response.text()]));
  }
  expect([...answers]).toEqual([
    JSON.stringify([
      200,
      [
        ['cache-control', 'no-store'],
        ['content-type', 'application/json'],
      ],
      '{"answer":"not-confirmed","product":null,"proof":null}',
    ]),
  ]);
});

test('the database does the same for every answer, and every answer is kept', async () => {
  const store = pool();
  const send = store.query.bind(store);
  let statements: string[] = [];
  const listened = (...args: Parameters<typeof send>) => {
    const [first] = args as unknown as [string | { readonly text: string }];
    statements.push(typeof first === 'string' ? first : first.text);
    return send(...args);
  };
  store.query = listened as typeof store.query;
  const ways = new Set<string>();
  const before = (await observed()).length;
  for (const pack of [{ serial: 'GOOD' }, { serial: 'STOLEN' }, ...NOT_CONFIRMED.map(([, one]) => one)]) {
    statements = [];
    await ask(pack);
    ways.add(statements.join(';'));
  }
  store.query = send;
  expect(ways.size).toBe(1);
  expect([...ways][0]).toMatch(/from pack|insert into observation/);
  expect(await observed()).toHaveLength(before + 2 + NOT_CONFIRMED.length);
});

test('a check is kept as one of the public: what was read, how, and the answer, and nothing of who asked', async () => {
  await ask({ serial: 'GOOD', mode: 'manual' });
  const [last] = (await observed()).slice(-1);
  expect(last).toMatchObject({
    ...{ organisation: null, location: null, device: null, entry_mode: 'manual', operation: 'public-check' },
    ...{ serial: 'GOOD', lot: 'L1', expiry: '280531', verdict: 'supply', code: 'public/fit' },
  });
});

test('once the log shows the commissioning, its proof is offered, and to nobody whose batch is wrong', async () => {
  const log = await logInTests();
  await sealAndPublish(log);
  const { proof } = await (await ask({ serial: 'GOOD' })).json();
  const { rows } = await pool().query(
    `select id, event_time from event where act = 'commission' order by record_time limit 1`,
  );
  expect(proof).toEqual({ event: rows[0].id, eventTime: rows[0].event_time.toISOString() });
  expect(await (await ask({ serial: 'GOOD', batch: 'L9' })).json()).toMatchObject({ proof: null });
});

test('what the public asks reaches the log, and no detector makes anything of it', async () => {
  await pool().query('select 1');
  for (let round = 0; round < 3; round++) await ask({ serial: 'MADE-UP' });
  await sealAndPublish(await logInTests());
  const { rows } = await pool().query(
    `select count(*)::int as n from ledger.observation_member m join observation o on o.id = m.observation where o.organisation is null`,
  );
  expect(rows[0].n).toBeGreaterThan(0);
  while ((await runDetectorsOnce()).kind !== 'idle') await pause(1);
  const { rows: found } = await pool().query(
    `select count(*)::int as n from finding where array_to_string(packs, ' ') like '%MADE-UP%'`,
  );
  expect(found[0].n).toBe(0);
});

test.each([
  [{ gtin: '09506000134351' }, 'identifier/gtin', '/gtin'],
  [{ serial: 'A B' }, 'identifier/serial', '/serial'],
  [{ batch: 'ü' }, 'identifier/batch', '/batch'],
  [{ expiry: '281331' }, 'identifier/expiry', '/expiry'],
  [{ mode: 'guess' }, 'body/invalid', '/mode'],
])('what is none (%j) is told with its place', async (changed, code, path) => {
  const response = await ask(changed);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code, path });
});

test('no body, and one that is too large, are told', async () => {
  const to = 'http://localhost/api/v1/public/check';
  expect((await check(new Request(to, { method: 'POST' }))).status).toBe(400);
  expect((await check(new Request(to, { method: 'POST', body: ' '.repeat(3_000) }))).status).toBe(413);
});

test('one address may not guess for long, and one pack is not asked about without end', async () => {
  const statuses: number[] = [];
  const many = Array.from({ length: 32 }, (_, n) =>
    send({ gtin: chain.gtin, ...PACK, serial: `G${n}` }, '203.0.113.7'),
  );
  for (const response of await Promise.all(many)) statuses.push(response.status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  const same = await Promise.all(Array.from({ length: 21 }, () => ask({ serial: 'POPULAR' })));
  const limited = same.filter(({ status }) => status === 429);
  expect(limited).toHaveLength(1);
  expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('another site’s page may not send a person’s browser here with its cookies', async () => {
  const headers = { cookie: 'a=b', 'sec-fetch-site': 'cross-site' };
  const response = await check(
    new Request('http://localhost/api/v1/public/check', { method: 'POST', headers, body: '{}' }),
  );
  expect(response.status).toBe(403);
});

async function report(changed: Record<string, string>, photo?: Uint8Array, address = '192.0.2.1') {
  const form = new FormData();
  const fields = {
    gtin: chain.gtin,
    serial: 'GOOD',
    ...PACK,
    country: 'IE',
    words: 'The seal is broken.',
    ...changed,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (photo) form.set('photo', new Blob([Uint8Array.from(photo)]), 'photo.exe');
  const request = new Request('http://localhost/api/v1/public/doubts', { method: 'POST', body: form });
  request.headers.set('x-forwarded-for', address);
  return doubt(request);
}

const jpeg = Uint8Array.from(Buffer.from(PHOTOS_IN_TESTS[0][2], 'base64'));

test('a doubt with a photo reaches the regulator of the country and the holder of the product, without what the photo tells of its maker', async () => {
  expect((await report({}, jpeg)).status).toBe(204);
  const { rows } = await pool().query(
    `select id, kind, parties, countries, observed, status from finding where detector = 'PUBLIC' order by kind`,
  );
  expect(rows).toMatchObject([
    { kind: 'case', parties: [], countries: ['IE'], status: 'open' },
    { kind: 'data-quality', parties: [chain.manufacturer.organisation], status: 'open' },
  ]);
  expect(rows[0].observed).toContain('“The seal is broken.”');

  const see = async (finding: string, scope: ChainInTests['pharmacy']) => {
    const headers = { authorization: await bearerOf(scope, { scopes: ['query'] }) };
    return photoOf(new Request(`http://localhost/api/v1/findings/${finding}/photo`, { headers }));
  };
  for (const [finding, reader] of [
    [rows[0].id, chain.regulator],
    [rows[1].id, chain.manufacturer],
  ] as const) {
    const response = await see(finding, reader);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(bytes.toString('latin1')).not.toMatch(/SECRET|Exif/);
  }
  for (const stranger of [chain.pharmacy, chain.wholesaler])
    expect((await see(rows[0].id, stranger)).status).toBe(404);
  expect((await see(rows[1].id, chain.regulator)).status).toBe(404);

  const { rows: kept } = await pool().query('select photo_until - at as kept from public_report');
  expect(kept[0].kept).toMatchObject({ days: 180 });
  expect(await forgetReportPhotos(Date.now() as never)).toBe(0);
  expect(await forgetReportPhotos((Date.now() + 181 * 86_400_000) as never)).toBe(1);
  expect((await see(rows[0].id, chain.regulator)).status).toBe(404);
});

test('a doubt about a product that nobody registered reaches the regulator alone', async () => {
  expect((await report({ gtin: '09506000134352', country: 'FR' }, undefined, '192.0.2.2')).status).toBe(204);
  const { rows } = await pool().query(
    `select kind, countries from finding where detector = 'PUBLIC' and title like '%France%'`,
  );
  expect(rows).toEqual([{ kind: 'case', countries: ['FR'] }]);
});

test.each([
  ['a photo that is none', {}, new TextEncoder().encode('<svg/>'), 422, 'photo/unreadable'],
  ['a country that is none', { country: 'Ireland' }, undefined, 422, 'body/invalid'],
  ['a photo that is too large', {}, new Uint8Array(3_000_001), 413, 'body/too-large'],
])('%s is refused', async (_what, changed, photo, status, code) => {
  const response = await report(changed, photo, '192.0.2.3');
  expect([response.status, (await response.json()).code]).toEqual([status, code]);
});

test('nobody reports more than a few doubts in an hour', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 6; n++)
    statuses.push((await report({ serial: `D${n}` }, undefined, '192.0.2.4')).status);
  expect(statuses).toEqual([204, 204, 204, 204, 204, 429]);
});
