import 'server-only';
import { DETECTORS } from '../anomaly/detectors/index.ts';
import type { Finding, FindingSeverity } from '../anomaly/finding.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { lgtinOf, sgtinOf } from '../gs1/object-key.ts';
import { instantText } from '../kernel/instant.ts';
import { loadDetectorWatermark } from '../store/detector-watermark.ts';
import {
  countriesOfFindings,
  type FindingKey,
  type FindingStatus,
  loadFindings,
  type StoredFinding,
} from '../store/findings.ts';
import { type LocationRow, loadLocationsOf } from '../store/locations.ts';
import { loadProducts } from '../store/products.ts';

/** One line of the list of findings. */
export interface FindingListRow {
  readonly id: string;
  readonly detector: string;
  readonly kind: Finding['kind'];
  readonly severity: FindingSeverity;
  readonly status: FindingStatus;
  readonly title: string;
  readonly productName: string | null;
  readonly places: readonly string[];
  readonly packCount: number;
  readonly raisedAt: string;
}

/** What narrows the list. Absent means all. */
export interface FindingListFilters {
  readonly severity?: FindingSeverity | undefined;
  readonly kind?: Finding['kind'] | undefined;
  readonly status?: FindingStatus | undefined;
  readonly detector?: string | undefined;
  readonly country?: string | undefined;
  readonly q?: string | undefined;
  readonly after?: string | undefined;
}

/** The list of findings, a page of it. */
export interface FindingsScreenRow {
  readonly rows: readonly FindingListRow[];
  readonly detectors: readonly { readonly id: string; readonly name: string }[];
  readonly countries: readonly string[];
  readonly nextAfter: string | null;
  readonly dataAsOf: string | null;
}

const PAGE_ROWS = 50;
const GRADES: readonly FindingSeverity[] = [1, 2, 3, 4, 5];

/** The findings the reader may see under `filters`, worst first. A key that is none begins at the first page. */
export async function findingsScreen(
  scope: OrgScope,
  filters: FindingListFilters,
): Promise<FindingsScreenRow> {
  const after = keyOf(filters.after);
  const [found, countries, watermark] = await Promise.all([
    loadFindings(scope, { ...queryOf(filters), ...(after && { after }), limit: PAGE_ROWS + 1 }),
    countriesOfFindings(scope),
    loadDetectorWatermark(),
  ]);
  const shown = found.slice(0, PAGE_ROWS);
  const last = shown.at(-1);
  return {
    rows: await findingListRows(scope, shown),
    detectors: DETECTORS.map(({ id, name }) => ({ id, name })),
    countries,
    nextAfter: found.length > PAGE_ROWS && last ? textOf(last) : null,
    dataAsOf: watermark === undefined ? null : instantText(watermark),
  };
}

const queryOf = ({ severity, kind, status, detector, country, q }: FindingListFilters) => ({
  ...(severity !== undefined && { severity }),
  ...(kind !== undefined && { kinds: [kind] }),
  ...(status !== undefined && { status: [status] }),
  ...(detector !== undefined && { detectors: [detector] }),
  ...(country !== undefined && { country }),
  ...(q !== undefined && { text: q }),
});

const textOf = ({ severity, rank, id }: FindingKey): string => `${severity}_${rank}_${id}`;

function keyOf(text: string | undefined): FindingKey | undefined {
  const [, grade, rank, id] = /^([1-5])_(\d+(?:\.\d+)?(?:e-\d+)?)_(.+)$/.exec(text ?? '') ?? [];
  const severity = GRADES.find((each) => String(each) === grade);
  return id === undefined || severity === undefined ? undefined : { severity, rank: Number(rank), id };
}

/** Findings as lines of a list, with the names of products and of the places that the reader may be told. */
export async function findingListRows(
  scope: OrgScope,
  findings: readonly StoredFinding[],
): Promise<readonly FindingListRow[]> {
  const gtins = [...new Set(findings.flatMap((finding) => gtinOfFinding(finding) ?? []))];
  const [products, places] = await Promise.all([
    loadProducts(scope, gtins),
    loadLocationsOf(findings.flatMap(({ locations }) => locations)),
  ]);
  return findings.map((finding) => {
    const gtin = gtinOfFinding(finding);
    const known = finding.locations.flatMap((gln) => places.get(gln) ?? []);
    return {
      id: finding.id,
      detector: finding.detector,
      kind: finding.kind,
      severity: finding.severity,
      status: finding.status,
      title: finding.title,
      productName: gtin === undefined ? null : (products.get(gtin)?.name ?? null),
      places: [...new Set(known.map((place) => placeName(scope, place)))],
      packCount: finding.packs.length,
      raisedAt: instantText(finding.raisedAt),
    };
  });
}

/** A place is named to its own organisation and to the regulator of its country; to others only its country is. */
export const placeName = (scope: OrgScope, place: LocationRow): string =>
  mayNamePlace(scope, place) ? place.name : place.country;

/** Whether the reader may be told which place it is. */
export const mayNamePlace = (scope: OrgScope, { organisation, country }: LocationRow): boolean =>
  organisation === scope.organisation ||
  (scope.organisationRole === 'regulator' && country === scope.country);

function gtinOfFinding({ packs, lots }: StoredFinding): Gtin | undefined {
  const [pack] = packs;
  const [lot] = lots;
  return (
    (pack === undefined ? undefined : sgtinOf(pack)?.gtin) ??
    (lot === undefined ? undefined : lgtinOf(lot)?.gtin)
  );
}
