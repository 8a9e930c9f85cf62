import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrgScope } from '../../../../lib/custody/org-scope.ts';
import { glnUri } from '../../../../lib/gs1/digital-link.ts';
import type { Instant } from '../../../../lib/kernel/instant.ts';
import {
  branchOf,
  type ChainInTests,
  chainInTests,
  commissioning,
  countOf,
  deliver,
  lotUriOf,
  say,
  uriOf,
} from '../../../../lib/service/chain-in-tests.ts';
import { bearerOf } from '../../../../lib/service/keys-in-tests.ts';
import { closeStore, pool } from '../../../../lib/store/pool.ts';
import { glnOf, gtinOf } from '../../../../lib/store/world-in-tests.ts';
import { GET, PATCH } from './[gtin]/[serial]/route.ts';

let chain: ChainInTests;
const keys = new Map<OrgScope, string>();

beforeAll(async () => {
  chain = await chainInTests();
});
afterAll(closeStore);

async function keyOf(scope: OrgScope): Promise<string> {
  const key = keys.get(scope) ?? (await bearerOf(scope));
  keys.set(scope, key);
  return key;
}

interface Asked {
  readonly gtin?: string;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

async function ask(scope: OrgScope, serial: string, { gtin, query, headers, body }: Asked = {}) {
  const url = `http://localhost/api/v1/packs/${gtin ?? chain.gtin}/${serial}${query ?? '?batch=L1&expiry=280531'}`;
  const init = {
    headers: { authorization: await keyOf(scope), 'entry-mode': 'scan', ...headers },
    ...(body === undefined ? {} : { method: 'PATCH', body }),
  };
  const response = await (body === undefined ? GET : PATCH)(new Request(url, init));
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}

const wish = (scope: OrgScope, serial: string, state: string, asked: Asked = {}) =>
  ask(scope, serial, { ...asked, body: JSON.stringify({ state }) });

const observations = (serial: string) => countOf('observation where serial = $1', [serial]);
const statusOf = async (serial: string) =>
  (await pool().query('select status from pack where serial = $1', [serial])).rows[0]?.status;

describe('GET: what is known, and what to do', () => {
  test('a pack in hand is fit to supply, and the verification is kept before it is answered', async () => {
    await deliver(chain, chain.pharmacy, ['G1']);
    const { status, body } = await ask(chain.pharmacy, 'G1');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      verdict: 'supply',
      reasons: [{ code: 'pack/held', event: null }],
      state: 'active',
      packState: 'active',
      batchState: 'released',
      productState: expect.any(String),
      product: { gtin: chain.gtin },
      batch: 'L1',
      expiry: '2028-05-31',
      alert: { raised: false, id: null, visibleTo: [] },
      ledger: {
        status: 'recorded',
        index: null,
        receipt: expect.stringMatching(/^\/log\/receipt\/[0-9a-f]{32}$/),
      },
    });
    expect(await observations('G1')).toBe(1);
  });

  test('a recalled, a supplied and a stolen pack are known: 200, and set aside', async () => {
    await deliver(chain, chain.pharmacy, ['G2', 'G3']);
    await say(chain.manufacturer, commissioning(chain.manufacturer, chain.gtin, ['G4'], 'L4'));
    await say(chain.manufacturer, {
      disposition: 'recalled',
      quantityList: [{ epcClass: lotUriOf(chain.gtin, 'L4'), quantity: undefined, uom: undefined }],
    });
    expect((await wish(chain.pharmacy, 'G2', 'supplied')).status).toBe(200);
    expect((await wish(chain.manufacturer, 'G3', 'stolen')).status).toBe(200);

    expect(await ask(chain.otherPharmacy, 'G2')).toMatchObject({
      status: 200,
      body: { verdict: 'set-aside', reasons: [{ code: 'pack/already-supplied' }], packState: 'supplied' },
    });
    expect(await ask(chain.pharmacy, 'G3')).toMatchObject({
      status: 200,
      body: { verdict: 'set-aside', reasons: [{ code: 'pack/stolen' }], state: 'stolen' },
    });
    expect(await ask(chain.manufacturer, 'G4', { query: '?batch=L4&expiry=280531' })).toMatchObject({
      status: 200,
      body: { verdict: 'set-aside', reasons: [{ code: 'batch/recalled' }], batchState: 'recalled' },
    });
  });

  test('who does not stand in the latest event is not led to it', async () => {
    await deliver(chain, chain.pharmacy, ['G5']);
    const { body } = await ask(chain.otherPharmacy, 'G5');
    expect(body.ledger).toEqual({ status: 'recorded', index: null, receipt: null });
  });

  test.each([
    ['product/unknown', { gtin: gtinOf(99) }],
    ['batch/unknown', { query: '?batch=L9&expiry=280531' }],
    ['pack/unknown', {}],
  ])('404 %s', async (code, asked) => {
    const { status, headers, body } = await ask(chain.pharmacy, `NEVER${code.slice(0, 3)}`, asked);
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({
      code,
      status: 404,
      verdict: 'rescan',
      product: null,
      ledger: null,
      state: null,
    });
  });

  test.each([
    ['pack/batch-mismatch', '?batch=LX&expiry=280531'],
    ['pack/batch-mismatch', '?expiry=280531'],
    ['pack/expiry-mismatch', '?batch=L1&expiry=280530'],
    ['pack/expiry-mismatch', '?batch=L1'],
  ])('409 %s for %s', async (code, query) => {
    await deliver(chain, chain.pharmacy, ['G6']).catch(() => {});
    expect(await ask(chain.pharmacy, 'G6', { query })).toMatchObject({ status: 409, body: { code } });
  });

  test('beside its code an answer about a wrong batch is the answer about a serial that nobody has', async () => {
    await deliver(chain, chain.pharmacy, ['G7']);
    await wish(chain.pharmacy, 'G7', 'supplied');
    const rest = async (serial: string, query: string) => {
      const { body } = await ask(chain.otherPharmacy, serial, { query });
      const { operation, code, title, type, status, reasons, ...same } = body;
      expect([operation, code, title, type, status, reasons].every(Boolean)).toBe(true);
      expect(reasons).toHaveLength(1);
      return JSON.stringify(same);
    };
    const wrong = await rest('G7', '?batch=GUESS&expiry=280531');
    expect(await rest('NONE7', '?batch=GUESS&expiry=280531')).toBe(wrong);
    await deliver(chain, chain.pharmacy, ['G8']);
    const expiry = await rest('G8', '?batch=L1&expiry=290101');
    expect(await rest('NONE8', '?batch=L1&expiry=290101')).toBe(expiry);
    expect(wrong).toContain('"batch":"GUESS","expiry":"2028-05-31"');
  });

  test.each([
    ['identifier/gtin', { gtin: '09520000000013' }, 'gtin', 13],
    ['identifier/gtin', { gtin: '95x' }, 'gtin', 2],
    ['identifier/batch', { query: '?batch=L%C3%A91&expiry=280531' }, 'batch', 1],
    ['identifier/expiry', { query: '?batch=L1&expiry=281331' }, 'expiry', 2],
  ])('422 %s, with the position', async (code, asked, path, at) => {
    expect(await ask(chain.pharmacy, 'S1', asked)).toMatchObject({ status: 422, body: { code, path, at } });
  });

  test.each(['x'.repeat(21), 'a%C3%A9', 'a%ZZ', '%20'])('422 identifier/serial for %s', async (serial) => {
    expect(await ask(chain.pharmacy, serial)).toMatchObject({
      status: 422,
      body: { code: 'identifier/serial', path: 'serial', at: expect.any(Number) },
    });
  });

  test('a serial number may hold a slash and a percent sign', async () => {
    await deliver(chain, chain.pharmacy, ['A/1%+"']);
    expect(await ask(chain.pharmacy, encodeURIComponent('A/1%+"'))).toMatchObject({
      status: 200,
      body: { verdict: 'supply' },
    });
  });

  test.each(['', 'camera'])('422 without a usable Entry-Mode (%j), and nothing is kept', async (mode) => {
    const before = await countOf('observation');
    expect(await ask(chain.pharmacy, 'S2', { headers: { 'entry-mode': mode } })).toMatchObject({
      status: 422,
      body: { code: 'header/entry-mode', path: 'Entry-Mode' },
    });
    expect(await countOf('observation')).toBe(before);
  });
});

describe('who may ask', () => {
  const bare = (headers: Record<string, string>) =>
    GET(
      new Request(`http://localhost/api/v1/packs/${chain.gtin}/W1?batch=L1&expiry=280531`, {
        headers: { 'entry-mode': 'scan', ...headers },
      }),
    );

  test('401 without a key, with a bad one and with an ended one', async () => {
    expect((await bare({})).status).toBe(401);
    expect((await bare({ authorization: 'Bearer vlg_0_0' })).status).toBe(401);
    const ended = await bearerOf(chain.pharmacy, { expiresAt: (Date.now() - 1_000) as Instant });
    const response = await bare({ authorization: ended });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({ code: 'auth/expired-key' });
  });

  test('403 with a key for something else', async () => {
    const response = await bare({ authorization: await bearerOf(chain.pharmacy, { scopes: ['capture'] }) });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'auth/forbidden' });
  });

  test('429 with Retry-After for who asks about one pack too often', async () => {
    const authorization = await bearerOf(chain.wholesaler);
    const responses = await Promise.all(Array.from({ length: 40 }, () => bare({ authorization })));
    const refused = responses.filter(({ status }) => status === 429);
    expect(refused.length).toBe(10);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused[0]?.json()).toMatchObject({ code: 'rate/limited' });
  });

  test('429 for who guesses, also about packs that exist', async () => {
    await deliver(chain, chain.pharmacy, ['W2']);
    const guesser = await branchOf(chain.otherPharmacy, glnOf(450));
    for (let n = 0; n < 60; n++) await ask(guesser, `GUESS${n}`);
    expect((await ask(guesser, 'W2')).status).toBe(429);
  });
});

describe('PATCH: done, or done already here, or refused with what to do', () => {
  test('supplied', async () => {
    await deliver(chain, chain.pharmacy, ['P1']);
    const { status, body } = await wish(chain.pharmacy, 'P1', 'supplied');
    expect(status).toBe(200);
    expect(body).toMatchObject({ verdict: 'supply', state: 'supplied', ledger: { status: 'recorded' } });
    expect(await statusOf('P1')).toBe('supplied');
    expect(await observations('P1')).toBe(0);
  });

  test('another request for the same soon after: 200 already done here', async () => {
    await deliver(chain, chain.pharmacy, ['P2']);
    await wish(chain.pharmacy, 'P2', 'supplied');
    expect(await wish(chain.pharmacy, 'P2', 'supplied')).toMatchObject({
      status: 200,
      body: { verdict: 'set-aside', reasons: [{ code: 'pack/already-done-here' }] },
    });
    expect(await observations('P2')).toBe(1);
  });

  test('supplied elsewhere: 409, kept as an observation', async () => {
    await deliver(chain, chain.pharmacy, ['P3']);
    await wish(chain.pharmacy, 'P3', 'supplied');
    const { status, headers, body } = await wish(chain.otherPharmacy, 'P3', 'supplied');
    expect(status).toBe(409);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({
      code: 'pack/already-supplied',
      verdict: 'set-aside',
      alert: { raised: true, visibleTo: ['regulator'] },
    });
    expect(JSON.stringify(body)).not.toContain(chain.pharmacy.organisation);
    expect(await observations('P3')).toBe(1);
    const { rows } = await pool().query(`select reasons from observation where serial = 'P3'`);
    expect(rows[0].reasons).toMatchObject([
      { code: 'pack/already-supplied', params: { where: 'elsewhere', country: 'IE' } },
    ]);
  });

  test('undone, and supplied again', async () => {
    await deliver(chain, chain.pharmacy, ['P4']);
    for (const state of ['supplied', 'active', 'supplied', 'active'])
      expect((await wish(chain.pharmacy, 'P4', state)).status).toBe(200);
    expect(await statusOf('P4')).toBe('active');
    expect(await wish(chain.pharmacy, 'P4', 'active')).toMatchObject({
      status: 409,
      body: { code: 'pack/undo-nothing' },
    });
  });

  test('nobody else undoes it', async () => {
    await deliver(chain, chain.pharmacy, ['P5']);
    await wish(chain.pharmacy, 'P5', 'supplied');
    expect(await wish(chain.otherPharmacy, 'P5', 'active')).toMatchObject({
      status: 409,
      body: { code: 'pack/undo-not-yours' },
    });
    const branch = await branchOf(chain.pharmacy, glnOf(350));
    expect(await wish(branch, 'P5', 'active')).toMatchObject({
      status: 409,
      body: { code: 'pack/undo-elsewhere' },
    });
    expect(await statusOf('P5')).toBe('supplied');
  });

  test.each(['destroyed', 'sample', 'stolen'])('%s by the holder', async (state) => {
    await deliver(chain, chain.pharmacy, [`P6${state}`]);
    expect(await wish(chain.pharmacy, `P6${state}`, state)).toMatchObject({
      status: 200,
      body: { packState: state },
    });
    expect(await statusOf(`P6${state}`)).toBe(state);
  });

  test.each([
    ['exported', 'wholesaler'],
    ['free-sample', 'manufacturer'],
  ] as const)('%s by a %s that holds it', async (state, who) => {
    const scope = chain[who];
    const serial = `P7${state}`;
    if (who === 'manufacturer') await say(scope, commissioning(scope, chain.gtin, [serial]));
    else await deliver(chain, scope, [serial]);
    expect(await wish(scope, serial, state)).toMatchObject({ status: 200, body: { packState: state } });
  });

  test('locked by the holder of the product, which lifts it again', async () => {
    await deliver(chain, chain.pharmacy, ['P8']);
    expect(await wish(chain.manufacturer, 'P8', 'locked')).toMatchObject({
      status: 200,
      body: { packState: 'locked' },
    });
    expect(await wish(chain.pharmacy, 'P8', 'supplied')).toMatchObject({
      status: 409,
      body: { code: 'pack/locked' },
    });
    expect(await wish(chain.manufacturer, 'P8', 'active')).toMatchObject({
      status: 200,
      body: { packState: 'active' },
    });
    expect((await wish(chain.pharmacy, 'P8', 'supplied')).status).toBe(200);
  });

  test('a theft is lifted by a regulator only', async () => {
    await deliver(chain, chain.pharmacy, ['P9']);
    await wish(chain.pharmacy, 'P9', 'stolen');
    expect((await wish(chain.pharmacy, 'P9', 'active')).status).toBe(409);
    expect(await wish(chain.regulator, 'P9', 'active')).toMatchObject({
      status: 200,
      body: { packState: 'active' },
    });
    // Its word binds the sites of its own country, so what is stored is a theft that binds all others.
    expect((await ask(chain.pharmacy, 'P9')).body).toMatchObject({ verdict: 'supply', packState: 'active' });
  });

  test('a supply by who does not hold it is testimony: done here, and the holder still supplies', async () => {
    await deliver(chain, chain.pharmacy, ['P10']);
    expect(await wish(chain.otherPharmacy, 'P10', 'supplied')).toMatchObject({
      status: 200,
      body: { reasons: [{ code: 'pack/not-held' }] },
    });
    expect(await statusOf('P10')).toBe('active');
    expect(await wish(chain.pharmacy, 'P10', 'supplied')).toMatchObject({
      status: 200,
      body: { reasons: [{ code: 'pack/supplied-by-non-holder' }] },
    });
    expect(await statusOf('P10')).toBe('supplied');
  });

  test('404 and 409 as with GET', async () => {
    expect(await wish(chain.pharmacy, 'NEVER2', 'supplied')).toMatchObject({
      status: 404,
      body: { code: 'pack/unknown' },
    });
    await deliver(chain, chain.pharmacy, ['P11']);
    expect(await wish(chain.pharmacy, 'P11', 'supplied', { query: '?batch=LX&expiry=280531' })).toMatchObject(
      { status: 409, body: { code: 'pack/batch-mismatch', state: null } },
    );
    expect(await statusOf('P11')).toBe('active');
  });

  test('403 for what the caller may not say of the product, kept as an observation', async () => {
    await deliver(chain, chain.pharmacy, ['P12']);
    const answer = await wish(chain.pharmacy, 'P12', 'locked');
    expect(answer).toMatchObject({
      status: 403,
      body: { code: 'authority/product', reasons: [{ code: 'authority/product', subjects: [chain.gtin] }] },
    });
    const { rows } = await pool().query(`select operation, code, lot from observation where serial = 'P12'`);
    expect(rows).toEqual([{ operation: 'locked', code: 'authority/product', lot: 'L1' }]);
    expect(await observations('P12')).toBe(1);
  });

  test.each([
    ['{"state":"gone"}', 'pack/state-not-known', '/state', 422],
    ['{}', 'pack/state-not-known', '/state', 422],
    ['{"state":"supplied","why":1}', 'body/invalid', '', 422],
    ['{"state":"supplied","reason":7}', 'body/invalid', '/reason', 422],
    ['[]', 'body/invalid', '', 422],
  ])('%s: 422 with the place', async (body, code, path, status) => {
    expect(await ask(chain.pharmacy, 'S3', { body })).toMatchObject({ status, body: { code, path } });
  });

  test('a body that is not JSON: 400 with the position; one too large: 413', async () => {
    expect(await ask(chain.pharmacy, 'S4', { body: '{"state":}' })).toMatchObject({
      status: 400,
      body: { code: 'body/not-json', at: 9 },
    });
    expect(await ask(chain.pharmacy, 'S4', { body: `"${'x'.repeat(20_000)}"` })).toMatchObject({
      status: 413,
    });
  });
});

describe('Idempotency-Key', () => {
  const once = { headers: { 'idempotency-key': 'k-1' } };

  test('replays the answer to GET and records nothing', async () => {
    await deliver(chain, chain.pharmacy, ['I1']);
    const first = await ask(chain.pharmacy, 'I1', once);
    await wish(chain.pharmacy, 'I1', 'supplied');
    const again = await ask(chain.pharmacy, 'I1', once);
    expect(JSON.parse(again.text)).toEqual(JSON.parse(first.text));
    expect(again.status).toBe(200);
    expect(await observations('I1')).toBe(1);
  });

  test('replays the answer to PATCH, whatever became of the pack', async () => {
    await deliver(chain, chain.pharmacy, ['I2']);
    const keyed = { headers: { 'idempotency-key': 'k-2' } };
    const first = await wish(chain.pharmacy, 'I2', 'supplied', keyed);
    await wish(chain.pharmacy, 'I2', 'active');
    const again = await wish(chain.pharmacy, 'I2', 'supplied', keyed);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(await statusOf('I2')).toBe('active');
  });

  test('replays a problem with its status and media type', async () => {
    const keyed = { headers: { 'idempotency-key': 'k-3' } };
    const first = await wish(chain.pharmacy, 'NEVER3', 'supplied', keyed);
    const again = await wish(chain.pharmacy, 'NEVER3', 'supplied', keyed);
    expect([again.status, again.body, again.headers.get('content-type')]).toEqual([
      404,
      first.body,
      'application/problem+json',
    ]);
    expect(await observations('NEVER3')).toBe(1);
  });

  test('of many at once with one key, one is done and all get its answer', async () => {
    await deliver(chain, chain.pharmacy, ['I4']);
    const keyed = { headers: { 'idempotency-key': 'k-4' } };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => wish(chain.pharmacy, 'I4', 'supplied', keyed)),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await countOf('event_object where uri = $1', [uriOf(chain.gtin, 'I4')])).toBe(4);
  });

  test.each([
    ['another pack', 'I5', {}],
    ['another batch', 'I1', { query: '?batch=LZ&expiry=280531' }],
    ['a change', 'I1', { body: '{"state":"supplied"}' }],
  ])('409 for %s under the same key', async (_what, serial, asked) => {
    expect(await ask(chain.pharmacy, serial, { ...asked, ...once })).toMatchObject({
      status: 409,
      body: { code: 'request/replayed-differently' },
    });
  });

  test('keys of different organisations do not meet', async () => {
    expect((await ask(chain.otherPharmacy, 'I1', once)).status).toBe(200);
  });

  test('422 for a key that cannot be one', async () => {
    expect(await ask(chain.pharmacy, 'I6', { headers: { 'idempotency-key': 'a b' } })).toMatchObject({
      status: 422,
      body: { code: 'header/idempotency-key' },
    });
  });
});

test('the sandbox is a world of its own: the same pack is unknown there', async () => {
  await deliver(chain, chain.pharmacy, ['X1']);
  expect((await ask(chain.sandbox, 'X1')).status).toBe(404);
  await say(chain.sandbox, {
    ...commissioning(chain.sandbox, chain.gtin, ['X1']),
    readPoint: glnUri(glnOf(601)),
  });
  expect((await ask(chain.sandbox, 'X1')).body).toMatchObject({ code: 'product/unknown' });
});
