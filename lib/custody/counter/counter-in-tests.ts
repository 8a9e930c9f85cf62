import { checkDigit } from '../../gs1/check-digit.ts';
import { parseExpiry } from '../../gs1/expiry.ts';
import { type Gln, parseGln } from '../../gs1/gln.ts';
import { type Gtin, parseGtin } from '../../gs1/gtin.ts';
import { type Lot, parseLot } from '../../gs1/lot.ts';
import { parseSerial } from '../../gs1/serial.ts';
import { type Instant, instantOf, parseInstant } from '../../kernel/instant.ts';
import { type LocalDate, parseLocalDate } from '../../kernel/local-date.ts';
import type { Result } from '../../kernel/result.ts';
import { INITIAL_STATE } from '../initial-state.ts';
import type { OrganisationRole } from '../org-scope.ts';
import type { Deed, PackState, Place } from '../pack-state.ts';
import type { PartyFacts } from '../party-facts.ts';
import type { ProductFacts } from '../product-facts.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { CounterRequest } from './counter-request.ts';

/** Unwraps what a test knows to be well formed. */
export function sure<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const keyed = (body: string): string => body + checkDigit(body);

/** A GLN under GS1's demonstration prefix. */
export const gln = (n: number): Gln => sure(parseGln(keyed(`952${String(n).padStart(9, '0')}`)));
export const gtin = (n: number): Gtin => sure(parseGtin(keyed(`0952${String(n).padStart(9, '0')}`)));
export const instant = (text: string): Instant => sure(parseInstant(text));
export const lot = (text: string): Lot => sure(parseLot(text));
export const expiry = (yymmdd: string) => sure(parseExpiry(yymmdd, 2026));

export function date(text: string): LocalDate {
  const read = parseLocalDate(text);
  if (!read) throw new Error(text);
  return read;
}

const party = (n: number, role: OrganisationRole, more: Partial<PartyFacts> = {}): PartyFacts => ({
  gln: gln(n),
  name: `${role} ${n}`,
  role,
  country: 'DE',
  ownerGroup: undefined,
  agents: [],
  companyPrefixes: [],
  ...more,
});

export const MANUFACTURER = party(1, 'manufacturer', { companyPrefixes: ['952000000'] });
export const WHOLESALER = party(2, 'wholesaler');
export const PHARMACY = party(3, 'pharmacy', { ownerGroup: 'chain' });
export const SISTER = party(4, 'hospital', { ownerGroup: 'chain' });
export const OTHER_PHARMACY = party(5, 'pharmacy', { country: 'FR' });
export const REGULATOR = party(6, 'regulator');
export const FRENCH_REGULATOR = party(7, 'regulator', { country: 'FR' });
export const LOGISTICS = party(8, 'logistics');

/** The pharmacy's counter and another branch of it. */
export const COUNTER = gln(31);
export const BRANCH = gln(32);

export const NOW = instant('2026-11-20T10:00:00+01:00');
export const minutesBefore = (minutes: number): Instant => sure(instantOf(NOW - minutes * 60_000));
export const daysBefore = (days: number): Instant => minutesBefore(days * 24 * 60);

export const PRODUCT: ProductFacts = {
  gtin: gtin(1),
  name: 'Demo tablets 500 mg',
  holder: MANUFACTURER.gln,
  markets: [
    { country: 'DE', marketedFrom: date('2020-01-01'), withdrawnFrom: undefined },
    { country: 'FR', marketedFrom: date('2020-01-01'), withdrawnFrom: undefined },
  ],
  itemLevel: 'serial',
};

/** Who did something where; at the pharmacy's counter an hour ago unless said otherwise. */
export const deed = (more: Partial<Deed> = {}): Deed => ({
  event: 'a'.repeat(32),
  by: PHARMACY.gln,
  location: COUNTER,
  country: 'DE',
  at: minutesBefore(60),
  recordedAt: minutesBefore(60),
  ...more,
});

/** Another organisation's deed: on 3 June in France. */
export const elsewhere = (more: Partial<Deed> = {}): Deed =>
  deed({
    event: 'b'.repeat(32),
    by: OTHER_PHARMACY.gln,
    location: gln(51),
    country: 'FR',
    at: instant('2026-06-03T12:00:00+02:00'),
    recordedAt: instant('2026-06-03T12:00:05+02:00'),
    ...more,
  });

export const heldBy = ({ gln: holder, ownerGroup }: PartyFacts): Place => ({
  kind: 'held',
  party: holder,
  location: undefined,
  since: instant('2026-11-14T08:00:00Z'),
  ...(ownerGroup === undefined ? {} : { ownerGroup }),
});

export const transit = (from: PartyFacts, to: PartyFacts): Place => ({
  kind: 'transit',
  from: from.gln,
  to: to.gln,
  returned: false,
  since: instant('2026-11-18T08:00:00Z'),
});

export const pack = (more: Partial<PackState> = {}): PackState => ({
  ...INITIAL_STATE,
  status: 'active',
  place: heldBy(PHARMACY),
  lot: lot('L1'),
  expiry: expiry('280531').date,
  commissioned: deed({ by: MANUFACTURER.gln, event: 'c'.repeat(32) }),
  ...more,
});

/** What the register knows when all is well: the pack is in the pharmacy's stock. */
export const facts = (more: Partial<CounterFacts> = {}): CounterFacts => ({
  product: PRODUCT,
  batch: { known: true, expiry: expiry('280531').date, recalls: [] },
  pack: pack(),
  party: PHARMACY,
  holder: PHARMACY,
  custodyCoverage: 1,
  previous: [],
  siteCountry: 'DE',
  siteTimeZone: 'Europe/Berlin',
  ...more,
});

/** The same without some of it: what the register does not know. */
export function without(
  known: CounterFacts,
  ...keys: readonly ('product' | 'batch' | 'pack')[]
): CounterFacts {
  const entries = Object.entries(known).filter(([key]) => !keys.some((gone) => gone === key));
  return Object.fromEntries(entries) as unknown as CounterFacts;
}

export const request = <Kind extends CounterRequest['kind'] = 'supply'>(
  more: Partial<CounterRequest<Kind>> = {},
): CounterRequest<Kind> => ({
  kind: 'supply' as Kind,
  gtin: PRODUCT.gtin,
  serial: sure(parseSerial('S1')),
  lot: lot('L1'),
  expiry: expiry('280531'),
  party: PHARMACY.gln,
  location: COUNTER,
  at: NOW,
  entryMode: 'scan',
  ...more,
});

/** Recalled in every country three days ago. */
export const recalled = (more: object = {}) => ({
  known: true,
  expiry: expiry('280531').date,
  recalls: [
    {
      event: 'd'.repeat(32),
      by: MANUFACTURER.gln,
      at: daysBefore(3),
      recallClass: 'II' as const,
      reach: [] as string[],
      ...more,
    },
  ],
});
