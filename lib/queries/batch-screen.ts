import 'server-only';
import { isExpired } from '../custody/is-expired.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { recallIn } from '../custody/recall-in.ts';
import { expiryDigits } from '../gs1/expiry.ts';
import { type Gtin, parseGtin } from '../gs1/gtin.ts';
import { type Lot, parseLot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import { type Instant, instantText, momentOf } from '../kernel/instant.ts';
import { type BatchPlaces, loadBatchPlaces } from '../store/batch-places.ts';
import { type BatchRow, loadOwnBatches } from '../store/load-batches.ts';
import { loadStock } from '../store/load-stock.ts';
import { loadParties } from '../store/organisations.ts';
import { loadProducts } from '../store/products.ts';
import { dayText } from './day-text.ts';
import { mayRegister } from './may-register.ts';
import { ownPlace } from './own-place.ts';
import { pathOf } from './path-of.ts';

type State = 'released' | 'recalled' | 'expired';

/** The page of one batch. */
export interface BatchScreenRow {
  readonly gtin: string;
  readonly lot: string;
  readonly productName: string;
  readonly expiry: { readonly date: string; readonly printed: string } | null;
  readonly state: State;
  /** True where the counts are of the whole batch, false where they are of the reader's own packs. */
  readonly whole: boolean;
  readonly counts: BatchPlaces['counts'];
  readonly recalls: readonly {
    readonly event: string;
    readonly by: string;
    readonly on: string;
    readonly recallClass: string | null;
    readonly reach: readonly string[];
    readonly own: boolean;
  }[];
  /** Packs in the reader's own hands, a page of them. */
  readonly packs: readonly { readonly gtin: string; readonly serial: string }[];
  readonly nextHref: string | null;
  /** Whether the reader may recall it: the holder of its GTIN, or a regulator. */
  readonly mayRecall: boolean;
  /** Whether it may print labels for the packs in its hands. */
  readonly mayLabel: boolean;
}

const PAGE_ROWS = 60;

/** One batch at `at`, as far as the reader may see it; `undefined` where to this reader there is none. `after` is a serial number. */
export async function batchScreen(
  scope: OrgScope,
  { gtin, lot }: { readonly gtin: Gtin; readonly lot: Lot },
  at: Instant,
  after: Serial | undefined,
): Promise<BatchScreenRow | undefined> {
  const batch = await loadBatchPlaces(scope, gtin, lot);
  if (!batch) return undefined;
  const { recalls } = batch.state;
  const [place, parties, stock] = await Promise.all([
    ownPlace(scope),
    loadParties(recalls.map(({ by }) => by)),
    loadStock(scope, {
      ...{ which: 'in-hand', gtin, lot, limit: PAGE_ROWS + 1 },
      ...(after !== undefined && { after: { gtin, serial: after } }),
    }),
  ]);
  const shown = stock.slice(0, PAGE_ROWS);
  const last = shown.at(-1);
  const { expiry, whole, counts, product } = batch;
  return {
    ...{ gtin, lot, productName: product, whole, counts },
    expiry: expiry === undefined ? null : { date: expiry, printed: expiryDigits(expiry) },
    state: stateOf(batch, place, at),
    recalls: recalls.map(({ event, by, at: since, recallClass, reach }) => ({
      ...{ event, reach, own: by === scope.organisation, on: dayText(since) },
      by: parties.get(by)?.name ?? by,
      recallClass: recallClass ?? null,
    })),
    packs: shown.map((pack) => ({ gtin: pack.gtin, serial: pack.serial })),
    nextHref:
      stock.length > PAGE_ROWS && last
        ? `${pathOf.batch(gtin, lot)}?after=${encodeURIComponent(last.serial)}`
        : null,
    mayLabel: counts.own > 0 && (await mayRegister(scope, batch.holder)),
    mayRecall: scope.userRole !== 'viewer' && (whole || scope.organisationRole === 'regulator'),
  };
}

interface Site {
  readonly country: string;
  readonly timeZone: string;
}

function stateOf({ state, expiry }: Pick<BatchPlaces, 'state' | 'expiry'>, site: Site, at: Instant): State {
  if (recallIn(state, site.country)) return 'recalled';
  return isExpired(expiry, at, site.timeZone) ? 'expired' : 'released';
}

/** A line of the list of batches. */
export interface BatchListRow {
  readonly gtin: string;
  readonly lot: string;
  readonly productName: string;
  readonly expiry: string | null;
  readonly state: State;
  readonly packs: number;
  readonly createdAt: string;
}

/** A page of the batches whose GTIN the reader holds. */
export interface BatchListScreenRow {
  readonly rows: readonly BatchListRow[];
  readonly nextHref: string | null;
}

/** The batches of the products that the scope's organisation holds, newest first. A key that is none begins at the first page. */
export async function batchList(
  scope: OrgScope,
  at: Instant,
  after: string | undefined,
): Promise<BatchListScreenRow> {
  const key = keyOf(after);
  const [place, found] = await Promise.all([
    ownPlace(scope),
    loadOwnBatches(scope, { ...(key && { after: key }), limit: PAGE_ROWS + 1 }),
  ]);
  const shown = found.slice(0, PAGE_ROWS);
  const products = await loadProducts(scope, [...new Set(shown.map(({ gtin }) => gtin))]);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ gtin, lot, state, packs, createdAt }) => ({
      ...{ gtin, lot, productName: products.get(gtin)?.name ?? gtin },
      expiry: state.expiry ?? null,
      state: stateOf({ state, expiry: state.expiry }, place, at),
      packs: Object.values(packs).reduce((sum, count) => sum + count, 0),
      createdAt: instantText(createdAt),
    })),
    nextHref: found.length > PAGE_ROWS && last ? `/batches?after=${encodeURIComponent(textOf(last))}` : null,
  };
}

const textOf = ({ createdAt, gtin, lot }: Pick<BatchRow, 'createdAt' | 'gtin' | 'lot'>): string =>
  `${createdAt}_${gtin}_${lot}`;

function keyOf(text: string | undefined): Pick<BatchRow, 'createdAt' | 'gtin' | 'lot'> | undefined {
  const [, at, gtin, lot] = /^(\d{12,14})_(\d{14})_(.{1,20})$/.exec(text ?? '') ?? [];
  const product = parseGtin(gtin ?? '');
  const batch = parseLot(lot ?? '');
  return product.ok && batch.ok
    ? { createdAt: momentOf(Number(at)), gtin: product.value, lot: batch.value }
    : undefined;
}
