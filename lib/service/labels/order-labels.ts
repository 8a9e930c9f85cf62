import { sha256 } from '#sha256';
import type { OrgScope } from '../../custody/org-scope.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { LabelForm } from '../../gs1/labels/label-form.ts';
import type { Lot } from '../../gs1/lot.ts';
import type { Serial } from '../../gs1/serial.ts';
import type { Sscc } from '../../gs1/sscc.ts';
import { utf8Of } from '../../kernel/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { countPacksToLabel } from '../../store/packs-to-label.ts';
import { loadSsccPrefix, takeSsccs } from '../../store/sscc-numbers.ts';
import type { ReplayError } from '../answer-once.ts';
import { type CommissionError, mayCommission } from '../may-commission.ts';
import { startJobOnce } from '../start-job-once.ts';
import { MOST_ZIP_FILES } from './zip-writer.ts';

/** The kind of job that makes a file of labels. */
export const LABEL_JOB = 'print-labels';

/** Labels of packs in one file at most; as many as a registration takes at once. SSCCs are taken for good, so fewer are given at once. */
export const MOST_PACK_LABELS = 100_000;
const MOST_NEW_SSCCS = 10_000;

/** Labels for the packs of a batch that are in hand. */
export interface PackLabelOrder {
  readonly labels: 'packs';
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly form: LabelForm;
  /** The first serial number to print; all of the batch where absent. */
  readonly from: Serial | undefined;
  /** How many at most. */
  readonly most: number;
}

/** Labels for cases and pallets that are still to be packed, each with an SSCC of its own. */
export interface SsccLabelOrder {
  readonly labels: 'ssccs';
  readonly count: number;
  readonly form: LabelForm;
}

export type LabelOrder = PackLabelOrder | SsccLabelOrder;

export type LabelOrderError =
  | CommissionError
  | ReplayError
  | { readonly code: 'labels/none' }
  | { readonly code: 'labels/count'; readonly most: number }
  | { readonly code: 'sscc/no-prefix' }
  | { readonly code: 'sscc/exhausted' };

/** What the job is given. */
export type LabelPayload =
  | (Omit<PackLabelOrder, 'from'> & { readonly from: Serial | null })
  | { readonly labels: 'ssccs'; readonly form: LabelForm; readonly ssccs: readonly Sscc[] };

/**
 * Judges the order, takes the SSCCs that it needs, and starts the job that makes the file; gives the job's id. The same order under the
 * same `requestKey` is the same job; without a key every order is one.
 */
export async function orderLabels(
  scope: OrgScope,
  order: LabelOrder,
  requestKey: string | undefined,
): Promise<Result<string, LabelOrderError>> {
  const said: Json = JSON.parse(JSON.stringify(order));
  const keyed =
    requestKey === undefined
      ? undefined
      : { key: `${LABEL_JOB} ${requestKey}`, digest: sha256(utf8Of(canonicalJson(said))) };
  if (order.labels === 'ssccs') return orderSsccs(scope, order, keyed);
  const { gtin, lot, form, from } = order;
  const most = Math.min(order.most, form === 'svg' ? MOST_ZIP_FILES : MOST_PACK_LABELS);
  if (order.most < 1 || order.most > MOST_PACK_LABELS)
    return err({ code: 'labels/count', most: MOST_PACK_LABELS });
  const product = await mayCommission(scope, gtin);
  if (!product.ok) return product;
  return startJobOnce<LabelOrderError>(scope, keyed, async () => {
    const total = await countPacksToLabel(scope, { gtin, lot, from, limit: most });
    if (total === 0) return err({ code: 'labels/none' });
    const payload: LabelPayload = { labels: 'packs', gtin, lot, form, from: from ?? null, most };
    return ok({ kind: LABEL_JOB, payload: payload as unknown as Json, total });
  });
}

async function orderSsccs(
  scope: OrgScope,
  { count, form }: SsccLabelOrder,
  keyed: Parameters<typeof startJobOnce>[1],
): Promise<Result<string, LabelOrderError>> {
  if (count < 1 || count > MOST_NEW_SSCCS) return err({ code: 'labels/count', most: MOST_NEW_SSCCS });
  return startJobOnce<LabelOrderError>(scope, keyed, async () => {
    const prefix = await loadSsccPrefix(scope);
    if (prefix === undefined) return err({ code: 'sscc/no-prefix' });
    const ssccs = await takeSsccs(scope, prefix, count);
    if (!ssccs) return err({ code: 'sscc/exhausted' });
    const payload: LabelPayload = { labels: 'ssccs', form, ssccs };
    return ok({ kind: LABEL_JOB, payload: payload as unknown as Json, total: count });
  });
}
