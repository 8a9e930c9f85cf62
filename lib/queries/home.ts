import 'server-only';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { lgtinOf, sgtinOf } from '../gs1/object-key.ts';
import { type Instant, instantText, momentOf } from '../kernel/instant.ts';
import { localDateAt } from '../kernel/local-date.ts';
import { countFindings, loadFindings } from '../store/findings.ts';
import { type Job, loadJobs } from '../store/jobs.ts';
import { loadPlaceObservations } from '../store/load-observations.ts';
import { loadOwnEvents, type OwnEvent } from '../store/own-events.ts';
import { loadProducts } from '../store/products.ts';
import { countInboundShipments, loadInboundShipments } from '../store/shipments.ts';
import { loadStockWarnings } from '../store/stock-warnings.ts';
import { actText } from './act-text.ts';
import { LATELY_MS } from './lately.ts';
import { ownPlace } from './own-place.ts';
import { pathOf } from './path-of.ts';

/** One thing that waits for a person. `href` is the list of what `count` counts. */
export interface NeedRow {
  readonly kind:
    | 'receive'
    | 'findings'
    | 'set-aside'
    | 'registration-running'
    | 'registration-faults'
    | 'recall'
    | 'expiring';
  readonly count: number;
  readonly href: string;
  readonly first: string | null;
}

/** What Home shows. */
export interface HomeRow {
  readonly role: OrgScope['organisationRole'];
  readonly place: string;
  readonly needs: readonly NeedRow[];
  readonly recent: readonly {
    readonly id: string;
    readonly at: string;
    readonly timeZone: string;
    readonly text: string;
    readonly href: string | null;
    readonly ledger: 'recorded' | 'included' | 'witnessed';
  }[];
}

const DAY_MS = 86_400_000;
const SOON_DAYS = 30;
const RECENT_DAYS = 90;
const RECENT_ROWS = 8;
/** One line each, for each has a page of its own. */
const MOST_BATCHES = 12;
const MOST_JOBS = 5;

/** What waits for the holder of `scope` at `at`, and what its place recorded last. */
export async function homeScreen(scope: OrgScope, at: Instant): Promise<HomeRow> {
  const [place, needs, events] = await Promise.all([
    ownPlace(scope),
    needsOf(scope, at),
    loadOwnEvents(scope, { since: momentOf(at - RECENT_DAYS * DAY_MS), limit: RECENT_ROWS }),
  ]);
  const names = await loadProducts(scope, [...new Set(events.flatMap(({ first }) => gtinIn(first) ?? []))]);
  return {
    role: scope.organisationRole,
    place: place.name,
    needs,
    recent: events.map((event) => ({
      id: event.id,
      at: instantText(event.claim.claimedAt),
      timeZone: event.claim.timeZone,
      ...lineOf(event, (gtin) => names.get(gtin)?.name ?? gtin),
      ledger: event.ledger.status,
    })),
  };
}

const gtinIn = (uri: string): Gtin | undefined => sgtinOf(uri)?.gtin ?? lgtinOf(uri)?.gtin;

function lineOf({ id, claim, objects, first }: OwnEvent, nameOf: (gtin: Gtin) => string) {
  const pack = sgtinOf(first);
  const lot = lgtinOf(first);
  const thing = pack ? nameOf(pack.gtin) : lot ? `batch ${lot.lot} of ${nameOf(lot.gtin)}` : 'other goods';
  return {
    text: actText(claim.act, claim.corrects !== undefined, objects, thing),
    href:
      claim.act === 'ship' && claim.to !== undefined
        ? pathOf.shipment(id)
        : pack && objects === 1
          ? pathOf.pack(pack.gtin, pack.serial)
          : lot
            ? pathOf.batch(lot.gtin, lot.lot)
            : null,
  };
}

async function needsOf(scope: OrgScope, at: Instant): Promise<readonly NeedRow[]> {
  const found = await Promise.all([
    findingsNeed(scope),
    ...(scope.purpose === 'operations'
      ? [receiveNeed(scope), stockNeeds(scope, at), setAsideNeed(scope, at), registrationNeeds(scope)]
      : []),
  ]);
  return found.flat();
}

async function findingsNeed(scope: OrgScope): Promise<readonly NeedRow[]> {
  const [counts, worst] = await Promise.all([
    countFindings(scope),
    loadFindings(scope, { status: ['open'], limit: 1 }),
  ]);
  const count = counts.reduce((sum, each) => (each.status === 'open' ? sum + each.count : sum), 0);
  return some({ kind: 'findings', count, href: '/anomalies?status=open', first: worst[0]?.title ?? null });
}

async function receiveNeed(scope: OrgScope): Promise<readonly NeedRow[]> {
  const [count, [oldest]] = await Promise.all([
    countInboundShipments(scope),
    loadInboundShipments(scope, { limit: 1 }),
  ]);
  const first = oldest ? `From ${oldest.place?.name ?? oldest.senderName}` : null;
  return some({ kind: 'receive', count, href: '/receive', first });
}

async function stockNeeds(scope: OrgScope, at: Instant): Promise<readonly NeedRow[]> {
  const warnings = await loadStockWarnings(scope, localDateAt(momentOf(at + SOON_DAYS * DAY_MS), 'UTC'));
  return warnings
    .slice(0, MOST_BATCHES)
    .flatMap(({ kind, gtin, lot, product, packs }) =>
      some({ kind, count: packs, href: pathOf.batch(gtin, lot), first: `${product}, batch ${lot}` }),
    );
}
async function setAsideNeed(scope: OrgScope, at: Instant): Promise<readonly NeedRow[]> {
  const seen = await loadPlaceObservations(scope, momentOf(at - LATELY_MS), 1000);
  const packs = new Map(seen.toReversed().map((each) => [`${each.gtin}/${each.serial}`, each]));
  const aside = [...packs.values()].filter(({ verdict }) => verdict === 'set-aside');
  return some({ kind: 'set-aside', count: aside.length, href: '/scan', first: null });
}

async function registrationNeeds(scope: OrgScope): Promise<readonly NeedRow[]> {
  const jobs = await loadJobs(scope, { kind: 'register-batch', limit: MOST_JOBS });
  const isFaulty = ({ state, failed }: Job) => state === 'failed' || (state === 'queued' && failed > 0);
  const running = jobs.filter((job) => ['queued', 'running'].includes(job.state) && !isFaulty(job));
  const faulty = jobs.filter(isFaulty);
  return [...jobNeed('registration-running', running), ...jobNeed('registration-faults', faulty)];
}

/** Each job has a page of its own. */
const jobNeed = (kind: NeedRow['kind'], jobs: readonly Job[]): readonly NeedRow[] =>
  jobs.flatMap(({ id }) => some({ kind, count: 1, href: pathOf.registration(id), first: null }));

const some = (need: NeedRow): readonly NeedRow[] => (need.count > 0 ? [need] : []);
