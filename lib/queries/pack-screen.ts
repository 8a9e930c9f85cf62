import 'server-only';
import type { FindingSeverity } from '../anomaly/finding.ts';
import type { CounterVerdict } from '../custody/counter/counter-answer.ts';
import type { CounterFacts } from '../custody/counter/counter-facts.ts';
import type { CounterRequest } from '../custody/counter/counter-request.ts';
import { counterStates } from '../custody/counter/counter-states.ts';
import { counterText } from '../custody/counter/counter-texts.ts';
import { judgeAtCounter } from '../custody/counter/judge-at-counter.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { PackState } from '../custody/pack-state.ts';
import { expiryDigits } from '../gs1/expiry.ts';
import { canonicalUriOf } from '../gs1/gs1-id.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { ssccOf } from '../gs1/object-key.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Instant } from '../kernel/instant.ts';
import { loadFindings } from '../store/findings.ts';
import { loadCounterFacts } from '../store/load-counter-facts.ts';
import { loadPack } from '../store/load-pack.ts';
import { logAccess } from '../store/memberships.ts';
import { loadParties } from '../store/organisations.ts';
import { loadProduct } from '../store/products.ts';
import { type EventRow, eventRows } from './event-row.ts';

/** The page of one pack, as far as its reader may see it. */
export interface PackScreenRow {
  readonly gtin: string;
  readonly serial: string;
  readonly productName: string;
  readonly batch: string | null;
  readonly expiry: { readonly date: string; readonly printed: string | null } | null;
  readonly packState: string;
  readonly batchState: string;
  readonly productState: string;
  readonly disputed: boolean;
  readonly holder: string | null;
  /** SSCC of the case or pallet that it is in, where the reader may know. */
  readonly container: string | null;
  /** `null` where the state is not for the reader to know. */
  readonly verdict: CounterVerdict | null;
  readonly verdictText: string;
  readonly events: readonly EventRow[];
  readonly findings: readonly {
    readonly id: string;
    readonly title: string;
    readonly severity: FindingSeverity;
  }[];
}

/** A regulator says why before it is shown a pack's path (custody.md 6). */
export type PackScreenAnswer =
  | { readonly kind: 'shown'; readonly pack: PackScreenRow }
  | { readonly kind: 'reason-needed' }
  | { readonly kind: 'nothing' };

const SHORTEST_REASON = 4;
const MOST_FINDINGS = 20;
const WITHHELD = 'withheld';

/**
 * A pack and its story at `at`, as far as the reader may see them: whatever is hidden is answered as what does not exist. A regulator's
 * look is logged with `reason` before it is answered, also where there is nothing to see.
 */
export async function packScreen(
  scope: OrgScope,
  { gtin, serial }: { readonly gtin: Gtin; readonly serial: Serial },
  at: Instant,
  reason: string | undefined,
): Promise<PackScreenAnswer> {
  const uri = canonicalUriOf({ key: { ai: '01', value: gtin }, qualifier: { ai: '21', value: serial } });
  if (scope.purpose === 'inspection') {
    const given = reason?.trim() ?? '';
    if (given.length < SHORTEST_REASON) return { kind: 'reason-needed' };
    await logAccess(scope, { what: 'pack/path', subject: uri, reason: given });
  }
  const [pack, product, findings] = await Promise.all([
    loadPack(scope, { gtin, serial, uri }, at),
    loadProduct(scope, gtin),
    loadFindings(scope, { pack: uri, limit: MOST_FINDINGS }),
  ]);
  if (!pack) return { kind: 'nothing' };
  const [events, judged] = await Promise.all([
    eventRows(scope, pack.steps, at, { packs: [uri], item: uri }),
    pack.state ? judgedState(scope, { gtin, serial, at }, pack.state) : UNJUDGED,
  ]);
  return {
    kind: 'shown',
    pack: {
      ...{ gtin, serial, productName: product?.name ?? gtin },
      ...judged,
      events: events.toSorted((a, b) => (a.eventTime < b.eventTime ? -1 : a.eventTime > b.eventTime ? 1 : 0)),
      findings: findings.map(({ id, title, severity }) => ({ id, title, severity })),
    },
  };
}

type Judged = Omit<PackScreenRow, 'gtin' | 'serial' | 'productName' | 'events' | 'findings'>;

const UNJUDGED: Judged = {
  batch: null,
  expiry: null,
  packState: WITHHELD,
  batchState: WITHHELD,
  productState: WITHHELD,
  disputed: false,
  holder: null,
  container: null,
  verdict: null,
  verdictText: '',
};

async function judgedState(
  scope: OrgScope,
  { gtin, serial, at }: { readonly gtin: Gtin; readonly serial: Serial; readonly at: Instant },
  state: PackState,
): Promise<Judged> {
  const question = { gtin, serial, lot: state.lot, at };
  const [{ facts }, holder] = await Promise.all([loadCounterFacts(scope, question), holderOf(scope, state)]);
  const printed = state.expiry === undefined ? undefined : expiryDigits(state.expiry);
  const request: CounterRequest<'verify'> = {
    ...question,
    kind: 'verify',
    expiry: state.expiry === undefined || printed === undefined ? undefined : { printed, date: state.expiry },
    party: scope.organisation,
    location: scope.location,
    entryMode: 'manual',
  };
  const { packState, batchState, productState } = counterStates(request, facts);
  return {
    batch: state.lot ?? null,
    expiry: state.expiry === undefined ? null : { date: state.expiry, printed: printed ?? null },
    ...{ packState, batchState, productState },
    disputed: state.disputed,
    holder,
    container: containerOf(scope, state),
    ...verdictOf(scope, request, facts),
  };
}

/** The name of a container tells of its holder's goods: only who has or awaits it is told. */
function containerOf({ organisation }: OrgScope, { place, inside }: PackState): string | null {
  const parties =
    place.kind === 'transit' ? [place.from, place.to] : place.kind === 'held' ? [place.party] : [];
  return inside && parties.includes(organisation) ? (ssccOf(inside.container) ?? null) : null;
}

const COUNTERS: readonly OrgScope['organisationRole'][] = ['pharmacy', 'hospital', 'clinic'];

const STANDS_AGAINST: Readonly<Record<string, string>> = {
  supplied: 'It has been supplied.',
  destroyed: 'It was reported destroyed.',
  exported: 'It was reported exported.',
  sample: 'It was taken as a sample.',
  'free-sample': 'It was given away as a free sample.',
  stolen: 'It was reported stolen.',
  locked: 'It is locked while somebody looks into it.',
  recalled: 'Its batch is recalled.',
  expired: 'Its batch is expired.',
  withdrawn: 'Its product is withdrawn from this market.',
  unknown: 'No registration of it is known.',
};

/** A counter is told what it would be told with the pack in hand; anybody else whether something stands against the pack. */
function verdictOf(
  scope: OrgScope,
  request: CounterRequest<'verify'>,
  facts: CounterFacts,
): Pick<Judged, 'verdict' | 'verdictText'> {
  if (COUNTERS.includes(scope.organisationRole)) {
    const { verdict, reasons } = judgeAtCounter(request, facts);
    return { verdict, verdictText: counterText(reasons[0]) };
  }
  const against = STANDS_AGAINST[counterStates(request, facts).state];
  return against === undefined
    ? { verdict: 'supply', verdictText: 'Genuine, and nothing recorded stands against it.' }
    : { verdict: 'set-aside', verdictText: against };
}

/** Who has the pack, where the reader is one of them or a regulator of their country; other holders are nobody's business. */
async function holderOf(scope: OrgScope, { place }: PackState): Promise<string | null> {
  if (place.kind === 'nowhere') return null;
  const [from, to] = place.kind === 'held' ? [place.party, undefined] : [place.from, place.to];
  const parties = await loadParties([from, ...(to === undefined ? [] : [to])]);
  const involved = from === scope.organisation || to === scope.organisation;
  const nameOf = (gln: typeof from | undefined): string | undefined => {
    const party = gln === undefined ? undefined : parties.get(gln);
    const seen = involved || (scope.organisationRole === 'regulator' && party?.country === scope.country);
    return seen ? (party?.name ?? gln) : undefined;
  };
  const holder = nameOf(from);
  if (place.kind === 'held') return holder ?? null;
  const receiver = nameOf(to);
  if (holder === undefined && receiver === undefined) return null;
  return `On its way${holder === undefined ? '' : ` from ${holder}`}${receiver === undefined ? '' : ` to ${receiver}`}`;
}
