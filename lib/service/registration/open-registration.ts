import { sha256 } from '#sha256';
import type { OrgScope } from '../../custody/org-scope.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { Lot } from '../../gs1/lot.ts';
import { utf8Of } from '../../kernel/bytes.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { queueJob } from '../../store/job-queue.ts';
import {
  enterPhase,
  insertRegistration,
  loadRegistrationOfJob,
  refuseRegistration,
  type SerialSource,
} from '../../store/registrations.ts';
import { finishJob } from '../../store/run-jobs.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { ReplayError } from '../answer-once.ts';
import { type CommissionError, mayCommission } from '../may-commission.ts';
import { startJobOnce } from '../start-job-once.ts';
import { csvSerials } from './csv-serials.ts';
import { epcisSerials } from './epcis-serials.ts';
import { MOST_ROWS, REGISTER_JOB } from './registration-job.ts';
import { takeUpload, type UploadError } from './take-upload.ts';

/** A batch that is to be registered from a file, or with serial numbers of our own making. */
export interface RegistrationOrder {
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly expiry: LocalDate;
  readonly at: Instant;
  /** Names the order: the same again is the same registration. */
  readonly requestKey: string | undefined;
  /** Whether the packs are registered as soon as no row is faulty, without anybody being asked. */
  readonly startsByItself: boolean;
}

export type OpenError =
  | CommissionError
  | ReplayError
  | { readonly code: 'serials/count'; readonly most: number };

/** Orders a registration with `count` serial numbers that are drawn by the product's policy; gives its job's id. */
export async function generateBatch(
  scope: OrgScope,
  order: RegistrationOrder,
  count: number,
): Promise<Result<string, OpenError>> {
  if (!Number.isInteger(count) || count < 1 || count > MOST_ROWS)
    return err({ code: 'serials/count', most: MOST_ROWS });
  return open(scope, order, { source: 'generated', wanted: count });
}

/**
 * Takes over a file of serial numbers and has them checked; gives the job's id. An upload that was cut off is begun anew under the same
 * key; one that is complete is not read again.
 */
export async function uploadBatch(
  scope: OrgScope,
  order: RegistrationOrder,
  { source, body }: { readonly source: 'csv' | 'epcis'; readonly body: AsyncIterable<Uint8Array> },
): Promise<Result<string, OpenError | UploadError>> {
  const opened = await open(scope, order, { source, wanted: 0 });
  if (!opened.ok) return opened;
  const job = opened.value;
  const registration = await loadRegistrationOfJob(job);
  if (registration?.phase !== 'uploading') return opened;
  const taken = await takeUpload(job, body, source === 'csv' ? csvSerials() : epcisSerials(order));
  if (!taken.ok) {
    // Who was overtaken has no say any more; any other fault is one of the file, which no repetition would mend.
    if (taken.error.code !== 'registration/overtaken') await endWith(job, taken.error);
    return taken;
  }
  await inTransaction(async (tx) => {
    if (await enterPhase(tx, job, { from: 'uploading', to: 'checking' })) await queueJob(tx, job);
  });
  return opened;
}

async function endWith(job: string, error: UploadError): Promise<void> {
  await refuseRegistration(job, { ...error });
  await finishJob(job, 'failed');
}

interface Wanted {
  readonly source: SerialSource;
  readonly wanted: number;
}

async function open(
  scope: OrgScope,
  { requestKey, ...order }: RegistrationOrder,
  { source, wanted }: Wanted,
): Promise<Result<string, OpenError>> {
  const product = await mayCommission(scope, order.gtin);
  if (!product.ok) return product;
  const { gtin, lot, expiry, at: eventTime, startsByItself } = order;
  const digest = sha256(utf8Of(canonicalJson({ gtin, lot, expiry, source, wanted })));
  const keyed = requestKey === undefined ? undefined : { key: `${REGISTER_JOB} ${requestKey}`, digest };
  const phase = source === 'generated' ? 'generating' : 'uploading';
  return startJobOnce<OpenError>(scope, keyed, async () =>
    ok({
      ...{ kind: REGISTER_JOB, payload: null, total: wanted },
      keep: (tx, job) =>
        insertRegistration(tx, {
          ...{ job, gtin, lot, expiry, eventTime, source, phase, startsByItself, wanted },
        }),
    }),
  );
}
