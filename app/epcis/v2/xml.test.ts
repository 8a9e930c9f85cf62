import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EpcisEvent } from '../../../lib/epcis/epcis-event.ts';
import { eventHashOf } from '../../../lib/epcis/event-hash.ts';
import { parseCaptureXml } from '../../../lib/epcis/xml/parse-capture-xml.ts';
import { xsdFaults } from '../../../lib/epcis/xml/xsd-in-tests.ts';
import { haveVectors, vectorPath, vectorsNote } from '../../../lib/kernel/vectors-in-tests.ts';
import { type ChainInTests, chainInTests } from '../../../lib/service/chain-in-tests.ts';
import { bearerOf } from '../../../lib/service/keys-in-tests.ts';
import { RECORDED_KINDS } from '../../../lib/service/recorded-kinds.ts';
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
let key = '';

beforeAll(async () => {
  chain = await chainInTests();
  workers = [startSequencer({ batchAgeMs: 10 }), await startJobRunner()];
  key = await bearerOf(chain.sandbox);
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await closeStore();
});

const read = (file: string): string => readFileSync(vectorPath(`epcis/${file}`), 'utf8');

function eventsOf(text: string): readonly EpcisEvent[] {
  const parsed = parseCaptureXml(text);
  return parsed.ok ? parsed.value.document.events : [];
}

const files = haveVectors
  ? readdirSync(vectorPath('epcis'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.xml') && !/expected-equal|identical-hash|Invalid/.test(file))
      .sort()
  : [];
const recordable = files.filter((file) => {
  const events = eventsOf(read(file));
  return events.length > 0 && events.every(({ type }) => RECORDED_KINDS.has(type));
});

async function post(body: string | Uint8Array<ArrayBuffer>, type = 'application/xml') {
  const headers = { authorization: key, 'content-type': type, 'gs1-capture-error-behaviour': 'proceed' };
  return POST(new Request('http://localhost/epcis/v2/capture', { method: 'POST', body, headers }));
}

async function captured(body: string | Uint8Array<ArrayBuffer>, type?: string) {
  const response = await post(body, type);
  expect([response.status, response.status === 202 ? '' : await response.text()]).toEqual([202, '']);
  const location = `http://localhost${response.headers.get('location')}`;
  for (let waited = 0; waited < 400; waited++) {
    const job = await (await getJob(new Request(location, { headers: { authorization: key } }))).json();
    if (!job.running) return job;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the job does not end');
}

const ask = (search: string, headers: Record<string, string>): Promise<Response> =>
  getEvents(
    new Request(`http://localhost/epcis/v2/events${search}`, { headers: { authorization: key, ...headers } }),
  );

async function hashesInXml(headers: Record<string, string>): Promise<readonly string[]> {
  const hashes: string[] = [];
  for (let search: string | undefined = '?perPage=100'; search !== undefined; ) {
    const response = await ask(search, { accept: 'application/xml', ...headers });
    expect(response.headers.get('content-type')).toBe('application/xml');
    hashes.push(...eventsOf(await response.text()).map(eventHashOf));
    search = /<[^?]*(\?[^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return hashes;
}

describe.skipIf(!haveVectors)(
  `XML documents of the recorded kinds (${recordable.length}) are captured, and their events come back in XML and JSON${vectorsNote}`,
  () => {
    const sent = new Set<string>();

    test.each(recordable)('%s is captured', async (file) => {
      const job = await captured(read(file));
      for (const error of job.errors) expect(error.code).toBe('capture/other-content');
      const refused = new Set(job.errors.map((error: { event: number }) => error.event));
      for (const [i, event] of eventsOf(read(file)).entries())
        if (!refused.has(i)) sent.add(eventHashOf(event));
    });

    test('all of them are answered in XML 2.0', async () => {
      const answered = new Set(await hashesInXml({ 'gs1-epc-format': 'Never_Translates' }));
      expect([...sent].filter((hash) => !answered.has(hash))).toEqual([]);
      expect(sent.size).toBeGreaterThan(30);
    });

    test('and as Digital Links, words of the web and URNs they are the same by hash', async () => {
      const links = new Set(await hashesInXml({ 'gs1-cbv-xml-format': 'Always_Web_URI' }));
      const urns = new Set(await hashesInXml({ 'gs1-epc-format': 'Always_EPC_URN' }));
      expect([...sent].filter((hash) => !links.has(hash) || !urns.has(hash))).toEqual([]);
    });

    test('a page is valid by the schema of GS1', async () => {
      const faults = xsdFaults('2.0');
      const response = await ask('?perPage=100', { accept: 'text/xml' });
      expect(faults(await response.text())).toEqual([]);
    });
  },
);

const document = (version: '2.0' | '1.2', inside: string, serial: string): string =>
  `<?xml version="1.0"?><e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:${version[0]}" schemaVersion="${version}" creationDate="2026-11-20T08:00:00Z"><EPCISBody><EventList><ObjectEvent><eventTime>2026-11-20T07:00:00Z</eventTime><eventTimeZoneOffset>+00:00</eventTimeZoneOffset><epcList><epc>https://id.gs1.org/01/09520001234569/21/${serial}</epc></epcList><action>OBSERVE</action>${inside}</ObjectEvent></EventList></EPCISBody></e:EPCISDocument>`;
const EPC = encodeURIComponent('https://id.gs1.org/01/09520001234569/21/');

describe('the form of an answer', () => {
  beforeAll(async () => {
    expect(await captured(document('1.2', '', 'OLD'))).toMatchObject({ success: true });
    const certified = '<certificationInfo>https://example.com/c</certificationInfo>';
    expect(await captured(document('2.0', certified, 'NEW'), 'text/xml; charset=utf-8')).toMatchObject({
      success: true,
    });
  });

  test('version 1.2 is given where it can say the event', async () => {
    const old = { accept: 'application/xml', 'gs1-epcis-max': '1.2' };
    const response = await ask(`?MATCH_epc=${EPC}OLD`, old);
    expect(response.headers.get('gs1-epcis-version')).toBe('1.2.0');
    expect(eventsOf(await response.text())).toHaveLength(1);
    const refused = await ask(`?MATCH_epc=${EPC}NEW`, old);
    expect(refused.status).toBe(406);
    expect(await refused.json()).toMatchObject({
      type: 'epcisException:NotAcceptableException',
      code: 'epcis/not-in-xml',
      path: '/eventList/0/certificationInfo',
    });
  });

  test('a link becomes a URN where its company prefix is registered', async () => {
    const urns = { 'gs1-epc-format': 'Always_EPC_URN' };
    const epcs = async (): Promise<readonly string[]> => {
      const body = await (await ask(`?MATCH_epc=${EPC}OLD`, urns)).json();
      return body.epcisBody.queryResults.resultsBody.eventList[0].epcList;
    };
    expect(await epcs()).toEqual(['https://id.gs1.org/01/09520001234569/21/OLD']);
    await pool().query(`insert into company_prefix (prefix, organisation) values ('95200012', $1)`, [
      chain.manufacturer.organisation,
    ]);
    expect(await epcs()).toEqual(['urn:epc:id:sgtin:95200012.03456.OLD']);
  });

  test('one event by its id is a document of one', async () => {
    const [event] = eventsOf(await (await ask(`?MATCH_epc=${EPC}NEW`, { accept: 'text/xml' })).text());
    const id = encodeURIComponent(event?.eventID ?? '');
    const headers = { authorization: key, accept: 'application/xml' };
    const response = await getEvent(new Request(`http://localhost/epcis/v2/events/${id}`, { headers }));
    expect(eventsOf(await response.text()).map(({ eventID }) => eventID)).toEqual([event?.eventID]);
  });

  test.each([
    [{ accept: 'application/xml' }, 'application/xml'],
    [{ accept: 'application/xml;q=0.5, application/json' }, 'application/ld+json'],
    [{ accept: 'text/xml, application/json' }, 'application/xml'],
    [{ accept: 'text/html, application/xml;q=0.9, */*;q=0.8' }, 'application/xml'],
    [{ 'gs1-epcis-max': '2.0.0' }, 'application/ld+json'],
  ])('%j is answered as %s', async (headers, type) => {
    expect((await ask('?perPage=1', headers as Record<string, string>)).headers.get('content-type')).toBe(
      type,
    );
  });

  test.each([
    [{ 'gs1-epcis-max': '1.2' }, 406],
    [{ accept: 'application/xml', 'gs1-epcis-max': '1.1' }, 406],
    [{ accept: 'application/xml', 'gs1-cbv-xml-format': 'Latin' }, 400],
    [{ accept: 'application/xml;q=0' }, 406],
  ])('%j cannot be given: %i', async (headers, status) => {
    expect((await ask('?perPage=1', headers as Record<string, string>)).status).toBe(status);
  });
});

describe('XML that cannot be captured', () => {
  test('is refused with its line', async () => {
    const response = await post('<e:EPCISDocument>\n<');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      type: 'epcisException:ValidationException',
      code: 'epcis/xml-syntax',
      path: expect.stringMatching(/^line \d$/),
    });
  });

  test('in UTF-16 is read, in what is neither is refused', async () => {
    const text = `\ufeff${document('2.0', '', 'WIDE')}`;
    expect(await captured(new Uint8Array(Buffer.from(text, 'utf16le')))).toMatchObject({ success: true });
    expect((await post(Uint8Array.of(0x3c, 0xff, 0x3e))).status).toBe(400);
  });

  test('of a kind that is not recorded is refused by name', async () => {
    const text = document('2.0', '', 'X').replaceAll('ObjectEvent', 'AssociationEvent');
    expect(await (await post(text)).json()).toMatchObject({ code: 'epcis/kind-not-supported' });
  });
});
