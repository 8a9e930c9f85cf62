import 'server-only';
import type { Recall } from '../custody/batch-state.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import { momentOf } from '../kernel/instant.ts';
import { loadBatchPlaces } from '../store/batch-places.ts';
import { loadParties } from '../store/organisations.ts';
import { type CoverageRow, loadRecallCoverage } from '../store/recall-coverage.ts';
import { dayText } from './day-text.ts';
import { pathOf } from './path-of.ts';

/** Coverage with one organisation, or with all of a country whose names are not for the reader. */
export type RecallCoverageRow = Pick<
  CoverageRow,
  'key' | 'name' | 'organisations' | 'country' | 'found' | 'supplied' | 'unknown'
>;

/** How far the recall of a batch has come. */
export interface RecallScreenRow {
  readonly gtin: string;
  readonly lot: string;
  readonly productName: string;
  readonly recalls: readonly {
    readonly event: string;
    readonly by: string;
    readonly on: string;
    readonly recallClass: string | null;
    /** Empty: every country. */
    readonly reach: readonly string[];
  }[];
  /** A regulator's own country, where only its organisations are counted. */
  readonly country: string | null;
  readonly rows: readonly RecallCoverageRow[];
  readonly nextHref: string | null;
}

const PAGE_ROWS = 50;
/** More organisations than any one batch goes to. */
const FILE_ROWS = 100_000;

interface Batch {
  readonly gtin: Gtin;
  readonly lot: Lot;
}

/** The page of a batch's recall for the holder of its GTIN and for regulators; `undefined` where to this reader there is none. */
export async function recallScreen(
  scope: OrgScope,
  batch: Batch,
  after: string,
): Promise<RecallScreenRow | undefined> {
  const recalled = await recalledBatch(scope, batch);
  if (!recalled) return undefined;
  const { recalls, productName } = recalled;
  const [parties, found] = await Promise.all([
    loadParties(recalls.map(({ by }) => by)),
    coverage(scope, batch, recalls, { after, limit: PAGE_ROWS + 1 }),
  ]);
  const rows = found.slice(0, PAGE_ROWS);
  const last = rows.at(-1);
  return {
    ...{ gtin: batch.gtin, lot: batch.lot, productName },
    recalls: recalls.map(({ event, by, at, recallClass, reach }) => ({
      ...{ event, reach, on: dayText(at), recallClass: recallClass ?? null },
      by: parties.get(by)?.name ?? by,
    })),
    country: scope.organisationRole === 'regulator' ? scope.country : null,
    rows,
    nextHref:
      found.length > PAGE_ROWS && last
        ? `${pathOf.batch(batch.gtin, batch.lot)}/recall?after=${encodeURIComponent(last.key)}`
        : null,
  };
}

/** The same as rows of a file, the first its heading. */
export async function recallFile(
  scope: OrgScope,
  batch: Batch,
): Promise<readonly (readonly (string | number)[])[] | undefined> {
  const recalled = await recalledBatch(scope, batch);
  if (!recalled) return undefined;
  const rows = await coverage(scope, batch, recalled.recalls, { after: '', limit: FILE_ROWS });
  return [
    ['organisation', 'organisations', 'country', 'found', 'supplied', 'unknown'],
    ...rows.map(({ name, organisations, country, found, supplied, unknown }) => [
      name ?? '',
      ...[organisations, country, found, supplied, unknown],
    ]),
  ];
}

const coverage = (
  scope: OrgScope,
  batch: Batch,
  recalls: readonly Recall[],
  page: { readonly after: string; readonly limit: number },
) =>
  loadRecallCoverage(scope, {
    ...batch,
    ...page,
    since: momentOf(Math.min(...recalls.map(({ at }) => at))),
  });

async function recalledBatch(scope: OrgScope, { gtin, lot }: Batch) {
  const batch = await loadBatchPlaces(scope, gtin, lot);
  if (!batch || batch.state.recalls.length === 0) return undefined;
  const isReader = batch.whole || scope.organisationRole === 'regulator';
  return isReader ? { recalls: batch.state.recalls, productName: batch.product } : undefined;
}
