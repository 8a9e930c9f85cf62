import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrgScope } from '../../../lib/custody/org-scope.ts';
import { eventHashOf } from '../../../lib/epcis/event-hash.ts';
import { parseCaptureDocument } from '../../../lib/epcis/parse-capture-document.ts';
import { canonicalJson, type Json } from '../../../lib/kernel/canonical-json.ts';
import { haveVectors, vectorPath, vectorsNote } from '../../../lib/kernel/vectors-in-tests.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  countOf,
  eventOf,
  LOT,
  shipping,
  uriOf,
} from '../../../lib/service/chain-in-tests.ts';
import { bearerOf } from '../../../lib/service/keys-in-tests.ts';
import { closeStore, pool } from '../../../lib/store/pool.ts';
import { startJobRunner } from '../../../lib/worker/job-runner.ts';
import type { Running } from '../../../lib/worker/loop.ts';
import { startSequencer } from '../../../lib/worker/start-sequencer.ts';
import { GET as getJob } from './capture/[id]/route.ts';
import { POST } from './capture/route.ts';
import { GET as getEvent } from './events/[id]/route.ts';
import { GET as getEvents } from './events/route.ts';

let chain: ChainInTests;
let workers: readonly Running[] = [];
const keys = new Map<OrgScope, Promise<string>>();

beforeAll(async () => {
  chain = await chainInTests();
  workers = [startSequencer({ batchAgeMs: 10 }), await startJobRunner()];
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await closeStore();
});

async function authorization(scope: OrgScope): Promise<string> {
  const key = keys.get(scope) ?? bearerOf(scope);
  keys.set(scope, key);
  return key;
}

async function post(scope: OrgScope, body: string, headers: Record<string, string> = {}) {
  const init = {
    authorization: await authorization(scope),
    'content-type': 'application/ld+json',
    ...headers,
  };
  return POST(new Request('http://localhost/epcis/v2/capture', { method: 'POST', body, headers: init }));
}

async function finished(scope: OrgScope, location: string | null) {
  for (let waited = 0; waited < 400; waited++) {
    const request = new Request(`http://localhost${location}`, {
      headers: { authorization: await authorization(scope) },
    });
    const job = await (await getJob(request)).json();
    if (!job.running) return job;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the job does not end');
}

async function captured(scope: OrgScope, body: string, headers: Record<string, string> = {}) {
  const response = await post(scope, body, headers);
  expect([response.status, response.status === 202 ? '' : await response.text()]).toEqual([202, '']);
  return finished(scope, response.headers.get('location'));
}

async function query(scope: OrgScope, search: string, headers: Record<string, string> = {}) {
  const init = { headers: { authorization: await authorization(scope), ...headers } };
  const response = await getEvents(new Request(`http://localhost/epcis/v2/events${search}`, init));
  const body = await response.json();
  return {
    response,
    body,
    events: (body.epcisBody?.queryResults.resultsBody.eventList ?? []) as readonly Json[],
  };
}

/** All pages of a query. */
async function queryAll(
  scope: OrgScope,
  headers: Record<string, string> = {},
): Promise<readonly { document: Json; context: Json }[]> {
  const found: { document: Json; context: Json }[] = [];
  for (let search: string | undefined = '?perPage=50'; search !== undefined; ) {
    const { response, body, events } = await query(scope, search, headers);
    found.push(...events.map((document) => ({ document, context: body['@context'] })));
    search = /<[^?]*(\?[^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return found;
}

const documentOf = (...events: readonly { readonly document: Json; readonly context: Json }[]): string =>
  JSON.stringify({
    '@context': events[0]?.context ?? ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-11-20T12:00:00Z',
    epcisBody: { eventList: events.map(({ document }) => document) },
  });

const filesIn = (folder: string): readonly string[] =>
  haveVectors
    ? readdirSync(vectorPath(folder), { recursive: true, encoding: 'utf8' })
        .map((file) => join(folder, file))
        .filter((file) => /\.json(?:ld)?$/.test(file) && statSync(vectorPath(file)).isFile())
        .sort()
    : [];

const read = (file: string): string => readFileSync(vectorPath(file), 'utf8');

const kindsIn = (text: string): readonly string[] =>
  [...JSON.stringify(JSON.parse(text.replace(/^\ufeff/, ''))).matchAll(/"type":"([A-Za-z]+Event)"/g)].map(
    (match) => match[1] ?? '',
  );

const valid = filesIn('epcis/gs1-epcis/json-2.0').filter((file) =>
  kindsIn(read(file)).every((kind) => kind === 'ObjectEvent'),
);
const invalid = filesIn('epcis/openepcis-test-resources/2.0/JSON/Capture/Invalid');

test('events captured one by one have the time of their own recording, not that of the job', async () => {
  const events = Array.from({ length: 8 }, (_, n) =>
    eventOf(commissioning(chain.manufacturer, chain.gtin, [`TIME${n}`])),
  );
  const proceed = { 'gs1-capture-error-behaviour': 'proceed' };
  expect(await captured(chain.manufacturer, documentOf(...events), proceed)).toMatchObject({ success: true });
  expect(
    await countOf(`(select distinct record_time from event where event_id = any ($1)) as t`, [
      events.map(({ eventID }) => eventID),
    ]),
  ).toBeGreaterThan(1);
});

describe.skipIf(!haveVectors)(
  `documents of ObjectEvents that GS1 published are captured and come back equivalent${vectorsNote}`,
  () => {
    test.each(valid)('%s', async (file) => {
      const text = read(file);
      const job = await captured(chain.sandbox, text);
      expect(job).toMatchObject({
        running: false,
        success: true,
        captureErrorBehaviour: 'rollback',
        errors: [],
      });

      const sent = parseCaptureDocument(JSON.parse(text.replace(/^\ufeff/, '')));
      if (!sent.ok) throw new Error('the document is valid');
      const answered = await queryAll(chain.sandbox, { 'gs1-epc-format': 'Never_Translates' });
      for (const event of sent.value.events) {
        const id = event.eventID ?? eventHashOf(event);
        const isDeclaration = 'errorDeclaration' in event.document;
        const found = answered.find(({ document }) => {
          const { eventID, errorDeclaration } = document as { eventID?: string; errorDeclaration?: Json };
          return eventID === id && (errorDeclaration !== undefined) === isDeclaration;
        });
        const { eventID: _sentId, recordTime: _sentTime, '@context': _sentContext, ...said } = event.document;
        const {
          eventID: _id,
          recordTime,
          '@context': _context,
          ...told
        } = (found?.document ?? {}) as Record<string, Json>;
        expect(canonicalJson(told)).toBe(canonicalJson(said));
        expect(recordTime).toEqual(expect.any(String));
        const again = parseCaptureDocument(
          JSON.parse(documentOf({ document: found?.document ?? {}, context: found?.context ?? '' })),
        );
        expect(again.ok && again.value.events.map(eventHashOf)).toEqual([eventHashOf(event)]);
      }
    });
  },
);

describe.skipIf(!haveVectors)(
  `documents published as invalid are refused with the place${vectorsNote}`,
  () => {
    test.each(invalid)('%s', async (file) => {
      const before = await countOf('job');
      const response = await post(chain.sandbox, read(file));
      expect(response.status).toBe(400);
      const body = await response.json();
      expect(body).toMatchObject({
        type: 'epcisException:ValidationException',
        status: 400,
        code: expect.stringMatching(/^epcis\//),
      });
      expect(body.path).toMatch(/^\//);
      expect(body.errors.length).toBeGreaterThan(0);
      expect(await countOf('job')).toBe(before);
    });
  },
);

describe('POST /capture', () => {
  test('text that is no JSON is refused with the position', async () => {
    const response = await post(chain.manufacturer, '{"type": EPCISDocument}');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'body/not-json', at: 9 });
  });

  test('another media type, another word for the error behaviour, a key that is none', async () => {
    expect((await post(chain.manufacturer, '{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(chain.manufacturer, '{}', { 'gs1-capture-error-behaviour': 'all' })).status).toBe(400);
    expect((await post(chain.manufacturer, '{}', { 'idempotency-key': 'a b' })).status).toBe(422);
  });

  test('rollback: one event that may not be said leaves none recorded, and an observation', async () => {
    const good = eventOf(commissioning(chain.manufacturer, chain.gtin, ['R1']));
    const bad = eventOf({ ...commissioning(chain.wholesaler, chain.gtin, ['R2']) });
    const job = await captured(chain.manufacturer, documentOf(good, bad));
    expect(job).toMatchObject({
      success: false,
      errors: [{ code: 'authority/place', event: 1, status: 403 }],
    });
    expect(await countOf(`pack where serial in ('R1', 'R2')`)).toBe(0);
    expect(
      await countOf(`observation where serial = 'R2' and operation = 'capture' and code = 'authority/place'`),
    ).toBe(1);
  });

  test('proceed: the others are recorded', async () => {
    const good = eventOf(commissioning(chain.manufacturer, chain.gtin, ['R3']));
    const bad = eventOf(commissioning(chain.wholesaler, chain.gtin, ['R4']));
    const job = await captured(chain.manufacturer, documentOf(bad, good), {
      'gs1-capture-error-behaviour': 'proceed',
    });
    expect(job).toMatchObject({ success: false, captureErrorBehaviour: 'proceed', errors: [{ event: 0 }] });
    expect(await countOf(`pack where serial in ('R3', 'R4')`)).toBe(1);
  });

  test('the same document under the same Idempotency-Key is the same job; another is a conflict', async () => {
    const body = documentOf(eventOf(commissioning(chain.manufacturer, chain.gtin, ['R5'])));
    const keyed = { 'idempotency-key': 'capture-1' };
    const answers = await Promise.all([1, 2, 3].map(() => post(chain.manufacturer, body, keyed)));
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    await finished(chain.manufacturer, answers[0]?.headers.get('location') ?? null);
    expect((await post(chain.manufacturer, body.replace('R5', 'R6'), keyed)).status).toBe(409);
  });

  test('the same events in another document are the same events', async () => {
    const event = eventOf(commissioning(chain.manufacturer, chain.gtin, ['R7']));
    for (let n = 0; n < 2; n++)
      expect(await captured(chain.manufacturer, documentOf(event))).toMatchObject({ success: true });
    expect(await countOf('event_object where uri = $1', [uriOf(chain.gtin, 'R7')])).toBe(1);
    const other = { ...event, document: { ...event.document, bizStep: 'inspecting' } };
    expect(await captured(chain.manufacturer, documentOf(other))).toMatchObject({
      success: false,
      errors: [{ code: 'capture/other-content', status: 409 }],
    });
  });

  test('a job is nobody else’s', async () => {
    const response = await post(
      chain.manufacturer,
      documentOf(eventOf(commissioning(chain.manufacturer, chain.gtin, ['R8']))),
    );
    const init = { headers: { authorization: await authorization(chain.wholesaler) } };
    expect(
      (await getJob(new Request(`http://localhost${response.headers.get('location')}`, init))).status,
    ).toBe(404);
    expect((await getJob(new Request('http://localhost/epcis/v2/capture/1', init))).status).toBe(404);
  });
});

describe('GET /events', () => {
  const serials = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'];

  beforeAll(async () => {
    for (const serial of serials) {
      const events = [
        eventOf(commissioning(chain.manufacturer, chain.gtin, [serial])),
        eventOf(shipping(chain.manufacturer, chain.wholesaler, [uriOf(chain.gtin, serial)])),
      ];
      expect(await captured(chain.manufacturer, documentOf(...events))).toMatchObject({ success: true });
    }
  });

  test('by object and by business step, in Digital Links or as sent', async () => {
    const urn = `urn:epc:id:sgtin:9520000.00000.Q1`.replace('00000', '000001');
    const epc = encodeURIComponent(uriOf(chain.gtin, 'Q1'));
    expect((await query(chain.manufacturer, `?MATCH_epc=${epc}`)).events).toHaveLength(2);
    expect((await query(chain.manufacturer, `?MATCH_epc=${epc}&EQ_bizStep=shipping`)).events).toMatchObject([
      { bizStep: 'shipping' },
    ]);
    expect((await query(chain.manufacturer, `?MATCH_epc=${encodeURIComponent(urn)}`)).response.status).toBe(
      200,
    );
    expect((await query(chain.manufacturer, '?EQ_bizStep=teleporting')).response.status).toBe(400);
    expect((await query(chain.manufacturer, '', { 'gs1-epc-format': 'Roman' })).response.status).toBe(400);
  });

  test.each([
    ['image/png', 406],
    ['application/json;q=0, text/html', 406],
    ['text/html, application/ld+json;q=0.5', 200],
    ['*/*', 200],
  ])('Accept: %s is answered with %i', async (accept, status) => {
    expect((await query(chain.manufacturer, '?perPage=1', { accept })).response.status).toBe(status);
  });

  test('page by page, each event once, in the order of the log', async () => {
    const all = (await queryAll(chain.wholesaler)).map(
      ({ document }) => (document as { epcList: string[] }).epcList[0],
    );
    expect(all).toEqual(serials.map((serial) => uriOf(chain.gtin, serial)));
    const first = await query(chain.wholesaler, '?perPage=2');
    expect(first.events).toHaveLength(2);
    expect(first.response.headers.get('link')).toMatch(
      /^<\/epcis\/v2\/events\?perPage=2&nextPageToken=[\w-]+>; rel="next"$/,
    );
  });

  test('whoever is no party of an event does not find it, neither by query nor by id', async () => {
    expect(
      (await query(chain.pharmacy, `?MATCH_epc=${encodeURIComponent(uriOf(chain.gtin, 'Q1'))}`)).events,
    ).toEqual([]);
    const [event] = (await query(chain.wholesaler, '?perPage=1')).events as { eventID: string }[];
    const ask = async (scope: OrgScope) =>
      getEvent(
        new Request(`http://localhost/epcis/v2/events/${encodeURIComponent(event?.eventID ?? '')}`, {
          headers: { authorization: await authorization(scope) },
        }),
      );
    expect((await ask(chain.wholesaler)).status).toBe(200);
    expect((await ask(chain.pharmacy)).status).toBe(404);
  });
});

test('a job that a worker left locked in the queue is begun again', async () => {
  for (const worker of workers.slice(1)) await worker.stop();
  const response = await post(
    chain.manufacturer,
    documentOf(eventOf(commissioning(chain.manufacturer, chain.gtin, ['Z1']))),
  );
  await pool().query(
    `update graphile_worker._private_jobs set locked_by = 'gone', locked_at = now() - interval '1 minute', attempts = 1`,
  );
  await pool().query(`update job set state = 'running' where state = 'queued'`);
  workers = [...workers.slice(0, 1), await startJobRunner()];
  expect(await finished(chain.manufacturer, response.headers.get('location'))).toMatchObject({
    success: true,
  });
  expect(LOT).toBe('L1');
});
