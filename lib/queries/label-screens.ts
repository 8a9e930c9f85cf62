import 'server-only';
import type { OrgScope } from '../custody/org-scope.ts';
import { expiryDigits } from '../gs1/expiry.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { LabelForm } from '../gs1/labels/label-form.ts';
import type { Lot } from '../gs1/lot.ts';
import { instantText } from '../kernel/instant.ts';
import { type Job, loadJob, loadJobs } from '../store/jobs.ts';
import { loadLabelFile, loadLabelOrders } from '../store/label-files.ts';
import { countPacksToLabel, loadPacksToLabel } from '../store/packs-to-label.ts';
import { loadProduct } from '../store/products.ts';
import { loadSsccPrefix } from '../store/sscc-numbers.ts';
import { mayRegister } from './may-register.ts';

/** As the job that makes labels is called. */
const KIND = 'print-labels';
const MOST_LABELS = 100_000;
const MOST_JOBS = 20;

/** What ordering the labels of a batch starts with. */
export interface PackLabelsRow {
  readonly gtin: string;
  readonly lot: string;
  readonly productName: string;
  /** Packs of it in hand, as many as one file takes at most. */
  readonly inHand: number;
  /** The first of them, for a label to look at; `null` without one. */
  readonly sample: { readonly serial: string; readonly expiry: string | null } | null;
}

/** A batch whose packs may be labelled from here; `undefined` where the reader may register none of the product. */
export async function packLabels(
  scope: OrgScope,
  { gtin, lot }: { readonly gtin: Gtin; readonly lot: Lot },
): Promise<PackLabelsRow | undefined> {
  const product = await loadProduct(scope, gtin);
  if (!product || !(await mayRegister(scope, product.holder))) return undefined;
  const all = { gtin, lot, from: undefined };
  const [inHand, [first]] = await Promise.all([
    countPacksToLabel(scope, { ...all, limit: MOST_LABELS }),
    loadPacksToLabel(scope, { ...all, limit: 1 }),
  ]);
  return {
    ...{ gtin, lot, productName: product.name, inHand },
    sample: first
      ? { serial: first.serial, expiry: first.expiry === undefined ? null : expiryDigits(first.expiry) }
      : null,
  };
}

/** One file of labels, as it is made and kept. */
export interface LabelJobRow {
  readonly jobId: string;
  readonly state: Job['state'];
  readonly total: number;
  readonly done: number;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly form: LabelForm;
  /** Of a batch, or of new SSCCs. */
  readonly batch: { readonly gtin: string; readonly lot: string } | null;
  /** Once it is whole, until it expires. */
  readonly file: {
    readonly href: string;
    readonly name: string;
    readonly sizeBytes: number;
    readonly expiresAt: string;
  } | null;
}

/** The page of labels: what was ordered lately, and whether new SSCCs can be. */
export interface LabelsScreenRow {
  readonly jobs: readonly LabelJobRow[];
  /** The company prefix of new SSCCs; `null` without one, or for who may not order any. */
  readonly prefix: string | null;
}

/** The labels that the scope's organisation had made lately, newest first. */
export async function labelsScreen(scope: OrgScope): Promise<LabelsScreenRow> {
  const [jobs, prefix] = await Promise.all([
    loadJobs(scope, { kind: KIND, limit: MOST_JOBS }),
    scope.userRole === 'viewer' ? undefined : loadSsccPrefix(scope),
  ]);
  return { jobs: await labelJobRows(scope, jobs), prefix: prefix ?? null };
}

/** How far a file of labels has come; `undefined` where the organisation has none of this id. */
export async function labelJob(scope: OrgScope, id: string): Promise<LabelJobRow | undefined> {
  if (!/^[0-9a-f]{32}$/.test(id)) return undefined;
  const job = await loadJob(scope, id);
  const [row] = job?.kind === KIND ? await labelJobRows(scope, [job]) : [];
  return row;
}

async function labelJobRows(scope: OrgScope, jobs: readonly Job[]): Promise<readonly LabelJobRow[]> {
  const [orders, files] = await Promise.all([
    loadLabelOrders(jobs.map(({ id }) => id)),
    Promise.all(jobs.map(({ id }) => loadLabelFile(scope, id))),
  ]);
  return jobs.flatMap(({ id, state, total, done, createdAt, startedAt }, at) => {
    const order = orders.get(id);
    const file = files[at];
    if (!order) return [];
    return {
      ...{ jobId: id, state, total, done, form: order.form, batch: order.batch ?? null },
      createdAt: instantText(createdAt),
      startedAt: startedAt === undefined ? null : instantText(startedAt),
      file: file
        ? {
            href: `/api/v1/labels/${id}/file`,
            name: file.name,
            sizeBytes: Number(file.sizeBytes),
            expiresAt: instantText(file.expiresAt),
          }
        : null,
    };
  });
}
