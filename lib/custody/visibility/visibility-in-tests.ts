import { mintScope } from '../../auth/mint-scope.ts';
import { parseSerial } from '../../gs1/serial.ts';
import { gln, gtin, instant, lot, sure } from '../counter/counter-in-tests.ts';
import type { OrganisationRole, OrgScope, Realm } from '../org-scope.ts';
import type { EventFacts } from './event-facts.ts';
import type { Grant } from './grant.ts';

export const REAL = 0 as Realm;
export const READER = gln(1);
/** Strangers to the reader. */
export const REPORTER = gln(2);
export const PARTNER = gln(3);
export const AT = instant('2026-11-20T09:00:00Z');

/** The reader, of `role`, in Germany. */
export const reader = (role: OrganisationRole, realm: Realm = REAL): OrgScope =>
  mintScope({
    organisation: READER,
    organisationRole: role,
    realm,
    country: 'DE',
    userRole: 'operator',
    location: undefined,
    actor: 'user:1',
  });

export const subject = (serial: string, batch = 'L1') => ({
  gtin: gtin(1),
  lot: lot(batch),
  serial: sure(parseSerial(serial)),
});

/** A shipment in France between others, of which the reader knows nothing. */
export const event = (more: Partial<EventFacts> = {}): EventFacts => ({
  event: 'a'.repeat(32),
  realm: REAL,
  act: 'ship',
  at: instant('2026-06-03T10:00:00Z'),
  country: 'FR',
  reporter: REPORTER,
  sourceParties: [REPORTER],
  destinationParties: [PARTNER],
  gtinHolders: [PARTNER],
  subjects: [subject('S1'), subject('S2')],
  countries: ['FR'],
  packCountries: ['FR'],
  findingReaders: [],
  ...more,
});

/** A grant of everything that the reporter reported, for operations and without an end. */
export const grant = (more: Partial<Grant> = {}, what: Partial<Grant['what']> = {}): Grant => ({
  id: 'g1',
  from: REPORTER,
  to: READER,
  what: {
    show: 'whole',
    event: undefined,
    gtin: undefined,
    lot: undefined,
    serial: undefined,
    ...what,
  },
  purpose: 'operations',
  validFrom: instant('2026-01-01T00:00:00Z'),
  validUntil: undefined,
  revokedAt: undefined,
  ...more,
});
