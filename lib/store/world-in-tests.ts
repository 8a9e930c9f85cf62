import { randomBytes } from 'node:crypto';
import { mintScope } from '../auth/mint-scope.ts';
import type { Claim } from '../custody/claim.ts';
import type { OrganisationRole, OrgScope, Realm } from '../custody/org-scope.ts';
import type { PackState, Place } from '../custody/pack-state.ts';
import { checkDigit } from '../gs1/check-digit.ts';
import type { Gln } from '../gs1/gln.ts';
import { canonicalUriOf } from '../gs1/gs1-id.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Instant, OffsetMinutes } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { PackChange } from './append-event.ts';
import type { CustodyRequest, PackKey } from './custody-request.ts';
import type { EventRecord } from './event-record.ts';
import { pool } from './pool.ts';

/** The GLN numbered `n` under GS1's demonstration prefix. */
export const glnOf = (n: number): Gln => withCheckDigit(`952${String(n).padStart(9, '0')}`) as Gln;

/** The GTIN numbered `n` under GS1's demonstration prefix. */
export const gtinOf = (n: number): Gtin => withCheckDigit(`0952${String(n).padStart(9, '0')}`) as Gtin;

const withCheckDigit = (body: string): string => `${body}${checkDigit(body)}`;

export const instant = (text: string): Instant => Date.parse(text) as Instant;

export const NOW = instant('2026-11-20T12:00:00Z');

/** Registers an organisation with one location of the number after its own, and gives the scope of that location's operator. */
export async function organisationInTests(
  n: number,
  role: OrganisationRole,
  { realm = 0, country = 'IE', ownerGroup = null as string | null } = {},
): Promise<OrgScope> {
  const organisation = glnOf(n);
  const location = glnOf(n + 1);
  await pool().query(
    'insert into organisation (gln, name, role, country, owner_group, realm, sandbox) values ($1, $2, $3, $4, $5, $6, $7)',
    [organisation, `Organisation ${n}`, role, country, ownerGroup, realm, realm !== 0],
  );
  await pool().query(
    `insert into location (gln, organisation, name, kind, country, city, time_zone) values ($1, $2, $3, 'office', $4, 'Cork', 'Europe/Dublin')`,
    [location, organisation, `Place ${n + 1}`, country],
  );
  await pool().query(`insert into "user" (id, name, email) values ($1, $2, $3)`, [
    String(n),
    `Operator ${n}`,
    `operator-${n}@vialog.example`,
  ]);
  await pool().query(
    `insert into membership (user_id, organisation, user_role, location) values ($1, $2, 'operator', $3)`,
    [String(n), organisation, location],
  );
  return mintScope({
    organisation,
    organisationRole: role,
    realm: realm as Realm,
    country,
    userRole: 'operator',
    location,
    actor: `user:${n}`,
  });
}

export async function productInTests(scope: OrgScope, gtin: Gtin): Promise<void> {
  await pool().query('insert into product (realm, gtin, name, holder) values ($1, $2, $3, $4)', [
    scope.realm,
    gtin,
    `Product ${gtin}`,
    scope.organisation,
  ]);
}

export const packKey = (gtin: Gtin, serial: string): PackKey => ({
  gtin,
  serial: serial as Serial,
  uri: canonicalUriOf({ key: { ai: '01', value: gtin }, qualifier: { ai: '21', value: serial } }),
});

/** The state of an active pack of lot `L1`. */
export const activeState = (place: Place): PackState => ({
  status: 'active',
  place,
  lot: 'L1' as Lot,
  expiry: '2028-05-31' as LocalDate,
  commissioned: undefined,
  terminal: undefined,
  foreignSupply: undefined,
  locked: undefined,
  otherLocks: [],
  disputed: false,
  lastAppliedAt: NOW,
  latestAt: NOW,
  awaited: [],
});

export const heldBy = (scope: OrgScope): Place => ({
  kind: 'held',
  party: scope.organisation,
  location: scope.location,
  since: NOW,
});

export const eventIdInTests = (): string => randomBytes(16).toString('hex');

export const claimInTests = (scope: OrgScope, event: string, changed: Partial<Claim> = {}): Claim => ({
  event,
  act: 'observe',
  reporter: scope.organisation,
  reporterRole: scope.organisationRole,
  reporterCountry: scope.country,
  speaksFor: [{ gln: scope.organisation, role: scope.organisationRole, ownerGroup: undefined }],
  sandbox: scope.sandbox,
  location: scope.location,
  country: scope.country,
  timeZone: 'Europe/Dublin',
  from: undefined,
  to: undefined,
  lot: undefined,
  expiry: undefined,
  reason: undefined,
  recallClass: undefined,
  reach: [],
  lifts: undefined,
  corrects: undefined,
  correctives: [],
  repeats: undefined,
  claimedAt: NOW,
  recordedAt: NOW,
  foldedAt: NOW,
  ...changed,
});

export const eventRecord = (scope: OrgScope, changed: Partial<EventRecord> = {}): EventRecord => {
  const id = changed.id ?? eventIdInTests();
  return {
    id,
    scope,
    eventId: `urn:uuid:${id}`,
    eventHash: `ni:///sha-256;${id}`,
    contentDigest: new Uint8Array(32).fill(7),
    claim: claimInTests(scope, id),
    action: 'OBSERVE',
    bizStep: 'inspecting',
    disposition: undefined,
    eventTime: NOW,
    offset: 0 as OffsetMinutes,
    recordTime: NOW,
    originalRecordTime: undefined,
    readPoint: undefined,
    bizLocation: undefined,
    location: scope.location,
    declaration: false,
    corrects: undefined,
    parties: [],
    countries: [scope.country],
    holders: [],
    document: { type: 'ObjectEvent', eventID: `urn:uuid:${id}` },
    context: 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
    fields: { names: ['what'], salts: new Uint8Array(32), commitments: new Uint8Array(32) },
    flags: [],
    leaf: new TextEncoder().encode(`leaf of ${id}`),
    ...changed,
  };
};

export const requestFor = (event: string, packs: readonly PackKey[]): CustodyRequest => ({
  event,
  eventHash: 'ni:///sha-256;none',
  references: [],
  packs,
  batches: [],
  objects: [],
  parties: [],
  locations: [],
});

export const packChange = (pack: PackKey, counter: number, state: PackState): PackChange => ({
  ...pack,
  counter,
  state,
  effect: 'applied',
  takesPlaceOf: undefined,
});
