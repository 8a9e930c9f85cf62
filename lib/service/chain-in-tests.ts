import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { mintScope } from '../auth/mint-scope.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { buildObjectEvent, type ObjectEventInput } from '../epcis/build-object-event.ts';
import type { EpcisEvent } from '../epcis/epcis-event.ts';
import { parseEvent } from '../epcis/parse-event.ts';
import { glnUri, lgtinUri, partyUri, sgtinUri } from '../gs1/digital-link.ts';
import { parseExpiry } from '../gs1/expiry.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Instant, OffsetMinutes } from '../kernel/instant.ts';
import { parseLocalDate } from '../kernel/local-date.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { openLog } from '../store/ledger-log.ts';
import { connectStore, pool } from '../store/pool.ts';
import { gtinOf, organisationInTests, productInTests } from '../store/world-in-tests.ts';
import type { PackRequest } from './pack-request.ts';
import { recordEvent } from './record-event.ts';
import type { EventToRecord } from './recorded-event.ts';

/** A supply chain of one product, on a database of its own. Every scope is an operator at its one location. */
export interface ChainInTests {
  readonly url: string;
  readonly gtin: Gtin;
  readonly manufacturer: OrgScope;
  readonly wholesaler: OrgScope;
  readonly pharmacy: OrgScope;
  readonly otherPharmacy: OrgScope;
  readonly regulator: OrgScope;
  readonly sandbox: OrgScope;
}

export const LOT = 'L1' as Lot;
const EXPIRY = '280531';

export async function chainInTests(): Promise<ChainInTests> {
  vi.stubEnv('VIALOG_TAG_KEY', '07'.repeat(32));
  vi.stubEnv('VIALOG_SEAL_KEY', '08'.repeat(32));
  vi.stubEnv('VIALOG_SECRET', 'a secret of this test run, thirty-two characters');
  const { url } = await testDatabase();
  connectStore({ url });
  await openLog('vialog.example/test');
  const gtin = gtinOf(1);
  const manufacturer = await organisationInTests(100, 'manufacturer');
  const wholesaler = await organisationInTests(200, 'wholesaler');
  const pharmacy = await organisationInTests(300, 'pharmacy');
  const otherPharmacy = await organisationInTests(400, 'pharmacy');
  const regulator = await organisationInTests(500, 'regulator');
  const sandbox = await organisationInTests(600, 'manufacturer', { realm: 1 });
  await productInTests(manufacturer, gtin);
  return { url, gtin, manufacturer, wholesaler, pharmacy, otherPharmacy, regulator, sandbox };
}

/** The same organisation at another location of its own, registered here. */
export async function branchOf(scope: OrgScope, gln: Gln): Promise<OrgScope> {
  await pool().query(
    `insert into location (gln, organisation, name, kind, country, city, time_zone)
     values ($1, $2, 'Branch', 'pharmacy', $3, 'Cork', 'Europe/Dublin')`,
    [gln, scope.organisation, scope.country],
  );
  return mintScope({ ...scope, location: gln });
}

export const uriOf = (gtin: Gtin, serial: string): string => sgtinUri(gtin, serial as Serial);
export const lotUriOf = (gtin: Gtin, lot: string = LOT): string => lgtinUri(gtin, lot as Lot);

/** An event that says little; what a test is about is given. */
export function eventOf(changed: Partial<ObjectEventInput>): EpcisEvent {
  const document = buildObjectEvent({
    eventTime: (Date.now() - 1_000) as Instant,
    eventTimeZoneOffset: 0 as OffsetMinutes,
    action: 'OBSERVE',
    eventID: `urn:uuid:${randomUUID()}`,
    ...changed,
  });
  const parsed = parseEvent(document, undefined);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

export const toRecord = (event: EpcisEvent, changed: Partial<EventToRecord> = {}): EventToRecord => ({
  event,
  documentSha256: '00'.repeat(32),
  recordedAt: Date.now() as Instant,
  ...changed,
});

export const say = (scope: OrgScope, changed: Partial<ObjectEventInput>, more: Partial<EventToRecord> = {}) =>
  recordEvent(scope, toRecord(eventOf(changed), more));

const at = ({ location }: OrgScope) =>
  location === undefined ? {} : { readPoint: glnUri(location), bizLocation: glnUri(location) };

export const commissioning = (
  scope: OrgScope,
  gtin: Gtin,
  serials: readonly string[],
  lot: string = LOT,
): Partial<ObjectEventInput> => ({
  action: 'ADD',
  bizStep: 'commissioning',
  disposition: 'active',
  epcList: serials.map((serial) => uriOf(gtin, serial)),
  ...at(scope),
  lotNumber: lot,
  itemExpirationDate: expiryDate(),
});

export const shipping = (
  from: OrgScope,
  to: OrgScope,
  uris: readonly string[],
): Partial<ObjectEventInput> => ({
  bizStep: 'shipping',
  disposition: 'in_transit',
  epcList: uris,
  ...(from.location === undefined ? {} : { readPoint: glnUri(from.location) }),
  sourceList: [{ type: 'possessing_party', id: partyUri(from.organisation) }],
  destinationList: [{ type: 'possessing_party', id: partyUri(to.organisation) }],
});

export const receiving = (
  from: OrgScope,
  to: OrgScope,
  uris: readonly string[],
): Partial<ObjectEventInput> => ({
  bizStep: 'receiving',
  disposition: 'in_progress',
  epcList: uris,
  ...at(to),
  sourceList: [{ type: 'possessing_party', id: partyUri(from.organisation) }],
  destinationList: [{ type: 'possessing_party', id: partyUri(to.organisation) }],
});

/** Packs commissioned, shipped to `to` and received there. */
export async function deliver(
  { manufacturer, gtin }: ChainInTests,
  to: OrgScope,
  serials: readonly string[],
): Promise<void> {
  const uris = serials.map((serial) => uriOf(gtin, serial));
  const start = Date.now() - 60_000;
  for (const [scope, step] of [
    [manufacturer, { ...commissioning(manufacturer, gtin, serials), eventTime: start as Instant }],
    [manufacturer, { ...shipping(manufacturer, to, uris), eventTime: (start + 1_000) as Instant }],
    [to, { ...receiving(manufacturer, to, uris), eventTime: (start + 2_000) as Instant }],
  ] as const) {
    const said = await say(scope, step);
    if (!said.ok) throw new Error(JSON.stringify(said.error));
  }
}

export function packRequest(gtin: Gtin, serial: string, changed: Partial<PackRequest> = {}): PackRequest {
  const expiry = parseExpiry(EXPIRY, 2026);
  if (!expiry.ok) throw new Error('the expiry date of these tests is one');
  return {
    gtin,
    serial: serial as Serial,
    lot: LOT,
    expiry: expiry.value,
    entryMode: 'scan',
    device: undefined,
    requestKey: undefined,
    at: Date.now() as Instant,
    ...changed,
  };
}

/** What a table holds, for tests that look behind the answer. */
export async function countOf(what: string, values: readonly unknown[] = []): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(`select count(*)::int as n from ${what}`, [...values]);
  return rows[0]?.n ?? -1;
}

function expiryDate() {
  const date = parseLocalDate('2028-05-31');
  if (!date) throw new Error('a date');
  return date;
}
