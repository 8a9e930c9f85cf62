import { checkDigit } from '../gs1/check-digit.ts';
import { type Gln, parseGln } from '../gs1/gln.ts';
import { type Gtin, parseGtin } from '../gs1/gtin.ts';
import { type Lot, parseLot } from '../gs1/lot.ts';
import { parseSerial } from '../gs1/serial.ts';
import { type Instant, parseInstant } from '../kernel/instant.ts';
import { type LocalDate, parseLocalDate } from '../kernel/local-date.ts';
import type { Result } from '../kernel/result.ts';
import type { BatchState } from './batch-state.ts';
import type { Act, Claim, Principal } from './claim.ts';
import type { PackOutcome } from './decision.ts';
import { INITIAL_STATE } from './initial-state.ts';
import type { OrganisationRole } from './org-scope.ts';
import type { PackContext } from './pack-context.ts';
import type { PackEntry } from './pack-entry.ts';
import type { PackState } from './pack-state.ts';
import type { PartyFacts } from './party-facts.ts';
import type { ProductFacts } from './product-facts.ts';
import { recordOnPack } from './record-on-pack.ts';
import type { Statement } from './statement.ts';
import { withChanges } from './with-changes.ts';

function sure<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(text);
  return date;
}

/** A key under GS1's demonstration prefix 952. */
const keyed = (body: string): string => body + checkDigit(body);
export const gln = (n: number): Gln => sure(parseGln(keyed(`952${String(n).padStart(9, '0')}`)));
export const lot = (text: string): Lot => sure(parseLot(text));
export const date = day;
export const serial = (text: string) => sure(parseSerial(text));
export const instant = (text: string): Instant => sure(parseInstant(text));

/** Hours after the first of October 2026; every history in these tests lives there. */
export const hour = (hours: number): Instant =>
  (instant('2026-10-01T00:00:00Z') + Math.round(hours * 3_600_000)) as Instant;

export const GTIN: Gtin = sure(parseGtin(keyed('0952000000001')));
export const PACK = `https://id.gs1.org/01/${GTIN}/21/S1`;
export const LOT = lot('L1');
export const EXPIRY = day('2028-05-31');

export type Actor = PartyFacts & { readonly principals: readonly PartyFacts[]; readonly site: Gln };

const actor = (n: number, role: OrganisationRole, more: Partial<Actor> = {}): Actor => ({
  gln: gln(n),
  name: `${role} ${n}`,
  role,
  country: 'DE',
  ownerGroup: undefined,
  agents: [],
  companyPrefixes: [],
  principals: [],
  site: gln(100 + n),
  ...more,
});

export const MAKER = actor(1, 'manufacturer', { companyPrefixes: ['952000000'], agents: [gln(2)] });
export const MAKERS_AGENT = actor(2, 'contract-manufacturer', { principals: [MAKER] });
export const WHOLESALER = actor(3, 'wholesaler');
export const PHARMACY = actor(4, 'pharmacy', { ownerGroup: 'chain' });
export const SISTER = actor(5, 'hospital', { ownerGroup: 'chain' });
/** The one whose key is stolen, unless a test says otherwise. */
export const OTHER_PHARMACY = actor(6, 'pharmacy');
export const REGULATOR = actor(7, 'regulator');
export const FRENCH_REGULATOR = actor(8, 'regulator', { country: 'FR' });
export const FRENCH_PHARMACY = actor(9, 'pharmacy', { country: 'FR' });
export const OTHER_MAKER = actor(10, 'manufacturer');

export const PRODUCT: ProductFacts = {
  gtin: GTIN,
  name: 'Demo tablets 500 mg',
  holder: MAKER.gln,
  markets: [
    { country: 'DE', marketedFrom: day('2020-01-01'), withdrawnFrom: undefined },
    { country: 'FR', marketedFrom: day('2020-01-01'), withdrawnFrom: undefined },
  ],
  itemLevel: 'serial',
};

export const BATCH: BatchState = { expiry: EXPIRY, recalls: [] };
export const RECALLED: BatchState = {
  expiry: EXPIRY,
  recalls: [{ event: 'recall', by: MAKER.gln, at: hour(1), recallClass: 'II', reach: [] }],
};

export const CONTEXT: PackContext = { gtinHolder: MAKER.gln, product: PRODUCT, batch: BATCH };

const principalOf = ({ gln: party, role, ownerGroup }: PartyFacts): Principal => ({
  gln: party,
  role,
  ownerGroup,
});

let counted = 0;

/** `who` says at `at` hours that `act` happened; recorded at once unless `more` says otherwise. */
export function says(who: Actor, act: Act, at: number, more: Partial<Claim> = {}): Claim {
  counted += 1;
  const claimedAt = more.claimedAt ?? hour(at);
  const recordedAt = more.recordedAt ?? claimedAt;
  const isCommissioning = act === 'commission';
  return {
    event: `${act}-${counted}`,
    act,
    reporter: who.gln,
    reporterRole: who.role,
    reporterCountry: who.country,
    speaksFor: [principalOf(who), ...who.principals.map(principalOf)],
    sandbox: false,
    location: who.site,
    country: who.country,
    timeZone: 'Europe/Berlin',
    from: undefined,
    to: undefined,
    lot: isCommissioning ? LOT : undefined,
    expiry: isCommissioning ? EXPIRY : undefined,
    reason: undefined,
    recallClass: undefined,
    reach: [],
    lifts: undefined,
    corrects: undefined,
    correctives: [],
    repeats: undefined,
    claimedAt,
    recordedAt,
    foldedAt: Math.min(claimedAt, recordedAt) as Instant,
    ...more,
  };
}

/** An error declaration of `original`, recorded at `at` hours; like the event itself but for what it corrects. */
export const declares = (original: Claim, at: number, more: Partial<Claim> = {}): Claim => ({
  ...original,
  event: `error-${original.event}`,
  corrects: original.event,
  recordedAt: hour(at),
  ...more,
});

/** The claim, recorded at `at` hours. */
export const recordedAt = (at: number, claim: Claim): Claim => ({
  ...claim,
  recordedAt: hour(at),
  foldedAt: Math.min(claim.claimedAt, hour(at)) as Instant,
});

/** A pack's ledger in miniature: records one claim after the other, as the service does. */
export class Ledger {
  state: PackState = INITIAL_STATE;
  entries: readonly PackEntry[] = [];
  context: PackContext = CONTEXT;

  record(claim: Claim): PackOutcome {
    const outcome = recordOnPack(PACK, { state: this.state, history: this.entries }, claim, this.context);
    const entry: PackEntry = { claim, effect: outcome.effect, takesPlaceOf: outcome.takesPlaceOf };
    this.entries = [...withChanges(this.entries, outcome.changed), entry];
    this.state = outcome.next;
    return outcome;
  }

  all(...claims: readonly Claim[]): this {
    for (const claim of claims) this.record(claim);
    return this;
  }

  effectOf(claim: Claim): string | undefined {
    return this.entries.find((entry) => entry.claim.event === claim.event)?.effect;
  }
}

export const commissioned = says(MAKER, 'commission', 0);
export const shippedToWholesaler = says(MAKER, 'ship', 10, { to: WHOLESALER.gln });
export const receivedByWholesaler = says(WHOLESALER, 'receive', 20);
export const shippedToPharmacy = says(WHOLESALER, 'ship', 30, { to: PHARMACY.gln });
export const receivedByPharmacy = says(PHARMACY, 'receive', 40);

/** A pack whose way to the pharmacy's shelf is recorded whole. */
export const atPharmacy = (): Ledger =>
  new Ledger().all(
    commissioned,
    shippedToWholesaler,
    receivedByWholesaler,
    shippedToPharmacy,
    receivedByPharmacy,
  );

/** A claim about the demo pack, and batches if any, as a statement. */
export const stating = (claim: Claim, more: Partial<Statement> = {}): Statement => ({
  ...claim,
  packs: [{ uri: PACK, gtin: GTIN, serial: serial('S1') }],
  containers: [],
  lots: [],
  others: [],
  ...more,
});
