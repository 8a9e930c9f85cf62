import 'server-only';
import type { Act } from '../custody/claim.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import { type Instant, instantText, momentOf } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { loadPlaceObservations, type StoredObservation } from '../store/load-observations.ts';
import { loadOwnEvents, type OwnEvent } from '../store/own-events.ts';
import { loadProducts } from '../store/products.ts';
import { LATELY_MS } from './lately.ts';
import { type LedgerStateRow, ledgerStateOf } from './ledger-state.ts';
import { ownPlace } from './own-place.ts';

type Target =
  | 'active'
  | 'supplied'
  | 'destroyed'
  | 'exported'
  | 'sample'
  | 'free-sample'
  | 'locked'
  | 'stolen';

/** A pack that was decided at this place lately. */
export interface EarlierScanRow {
  readonly id: string;
  readonly pack: {
    readonly gtin: string;
    readonly serial: string;
    readonly batch: string;
    readonly expiry: string;
    readonly mode: 'scan' | 'manual';
  };
  readonly at: string;
  readonly productName: string | null;
  readonly verdict: 'supply' | 'rescan' | 'set-aside';
  readonly target: Target | null;
  readonly ledger: LedgerStateRow | null;
  readonly undoUntil: string | null;
}

/** What the Scan screen starts with. */
export interface ScanScreenRow {
  /** For whom a device keeps what it scans without a connection; `-` stands for a session of the whole organisation. */
  readonly owner: { readonly organisation: string; readonly location: string };
  readonly place: { readonly organisation: string; readonly location: string; readonly timeZone: string };
  readonly maySupply: boolean;
  readonly earlier: readonly EarlierScanRow[];
  readonly thisYear: number;
}

const COUNTERS: readonly OrgScope['organisationRole'][] = ['pharmacy', 'hospital', 'clinic'];

const MOST_ROWS = 100;

/** custody.md 1: a supply can be undone for ten days of record time. */
const UNDO_MS = 10 * 86_400_000;

const TARGETS: Partial<Record<Act, Target>> = {
  supply: 'supplied',
  destroy: 'destroyed',
  export: 'exported',
  sample: 'sample',
  'free-sample': 'free-sample',
  lock: 'locked',
  steal: 'stolen',
  lift: 'active',
};

/** The Scan screen of the scope's place at `at`: where it stands, what it may do, and the packs it decided lately. */
export async function scanScreen(scope: OrgScope, at: Instant): Promise<ScanScreenRow> {
  const since = momentOf(at - LATELY_MS);
  const [place, observations, events] = await Promise.all([
    ownPlace(scope),
    loadPlaceObservations(scope, since, MOST_ROWS),
    loadOwnEvents(scope, { since, limit: MOST_ROWS }),
  ]);
  const rows = latestOfEach([...events.flatMap(ofEvent), ...observations.map(ofObservation)]);
  const products = await loadProducts(scope, [...new Set(rows.map(({ pack }) => pack.gtin))]);
  return {
    owner: { organisation: scope.organisation, location: scope.location ?? '-' },
    place: { organisation: place.organisation, location: place.name, timeZone: place.timeZone },
    maySupply: COUNTERS.includes(scope.organisationRole) && scope.userRole !== 'viewer',
    earlier: rows.map((row) => ({ ...row, productName: products.get(row.pack.gtin)?.name ?? null })),
    thisYear: new Date(at).getUTCFullYear(),
  };
}

type Unnamed = Omit<EarlierScanRow, 'productName' | 'pack'> & {
  readonly pack: EarlierScanRow['pack'] & { readonly gtin: StoredObservation['gtin'] };
};

function ofObservation(seen: StoredObservation): Unnamed {
  return {
    id: seen.id,
    pack: {
      gtin: seen.gtin,
      serial: seen.serial,
      batch: seen.lot ?? '',
      expiry: seen.expiry ?? '',
      mode: seen.entryMode,
    },
    at: instantText(seen.at),
    verdict: seen.verdict,
    target: null,
    ledger: null,
    undoUntil: null,
  };
}

/** A change of one pack; a shipment or a registration is no scan. */
function ofEvent({
  id,
  claim,
  first,
  objects,
  effect,
  lot,
  expiry,
  recordTime,
  ledger,
}: OwnEvent): Unnamed[] {
  const key = objects === 1 ? sgtinOf(first) : undefined;
  const target = claim.corrects === undefined ? TARGETS[claim.act] : 'active';
  if (!key || target === undefined) return [];
  const undoable = target === 'supplied' && effect === 'applied';
  return [
    {
      id,
      pack: { ...key, batch: lot ?? '', expiry: expiry === undefined ? '' : printed(expiry), mode: 'scan' },
      at: instantText(recordTime),
      verdict: target === 'supplied' || target === 'active' ? 'supply' : 'set-aside',
      target,
      ledger: ledgerStateOf(ledger),
      undoUntil: undoable ? instantText(momentOf(recordTime + UNDO_MS)) : null,
    },
  ];
}

const printed = (expiry: LocalDate): string => expiry.slice(2).replaceAll('-', '');

/** One line for each pack: what was last said of it, latest first. */
function latestOfEach(rows: readonly Unnamed[]): readonly Unnamed[] {
  const latest = new Map<string, Unnamed>();
  for (const row of rows.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))) {
    const key = `${row.pack.gtin}/${row.pack.serial}`;
    if (!latest.has(key)) latest.set(key, row);
  }
  return [...latest.values()].slice(0, MOST_ROWS);
}
