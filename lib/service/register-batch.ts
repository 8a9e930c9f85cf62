import { sha256 } from '#sha256';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import { utf8Of } from '../kernel/bytes.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { appendRows } from '../store/registration-chunks.ts';
import { insertRegistration } from '../store/registrations.ts';
import { loadTakenSerials } from '../store/taken-serials.ts';
import type { ReplayError } from './answer-once.ts';
import { checkSerials, type FaultyRow } from './check-serials.ts';
import { type CommissionError, mayCommission } from './may-commission.ts';
import { REGISTER_JOB, ROWS_IN_CHUNK } from './registration/registration-job.ts';
import { type GuessableError, mayAddSerials, serialRuleOf } from './registration/serial-rule-of.ts';
import type { JobOrder } from './start-job.ts';
import { startJobOnce } from './start-job-once.ts';

/** Packs of one batch that are to be commissioned. */
export interface RegisterOrder {
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly expiry: LocalDate;
  /** As given: every row is judged before anything is stored. */
  readonly serials: readonly string[];
  /** Names the request: the same again is the same job. */
  readonly requestKey: string;
  readonly at: Instant;
}

type ListError = GuessableError | { readonly code: 'serials/faulty'; readonly faults: readonly FaultyRow[] };

export type RegisterError =
  | CommissionError
  | ReplayError
  | ListError
  | { readonly code: 'serials/count'; readonly most: number };

/** A list that is sent and judged at once; longer ones are uploaded. */
const MOST_SERIALS = 100_000;

/** Judges every serial number and, where all are in order, starts the job that commissions them; gives its id. */
export async function registerBatch(
  scope: OrgScope,
  order: RegisterOrder,
): Promise<Result<string, RegisterError>> {
  const { gtin, lot, expiry, serials, requestKey } = order;
  if (serials.length === 0 || serials.length > MOST_SERIALS)
    return err({ code: 'serials/count', most: MOST_SERIALS });
  const product = await mayCommission(scope, gtin);
  if (!product.ok) return product;
  const said: Json = { gtin, lot, expiry, serials };
  const keyed = { key: `${REGISTER_JOB} ${requestKey}`, digest: sha256(utf8Of(canonicalJson(said))) };
  return startJobOnce<ListError>(scope, keyed, async () => {
    const enough = product.value.serialsEnforced
      ? await mayAddSerials(scope, product.value, serials.length)
      : ok(undefined);
    if (!enough.ok) return enough;
    const rule = await serialRuleOf(scope, product.value);
    const checked = checkSerials(serials, rule, await loadTakenSerials(scope, gtin, serials));
    if (checked.faults.length > 0) return err({ code: 'serials/faulty', faults: checked.faults });
    const job = { kind: REGISTER_JOB, payload: null, total: serials.length };
    return ok({ ...job, keep: keepRows(order, checked.serials) });
  });
}

/** The rows with their registration, kept beside the job: judged already, so that it begins to record. */
const keepRows =
  ({ gtin, lot, expiry, at }: RegisterOrder, serials: readonly string[]): NonNullable<JobOrder['keep']> =>
  async (tx, job) => {
    await insertRegistration(tx, {
      ...{ job, gtin, lot, expiry, eventTime: at, source: 'list', phase: 'recording' },
      ...{ startsByItself: true, wanted: 0 },
    });
    for (let row = 0; row < serials.length; row += ROWS_IN_CHUNK)
      await appendRows(tx, job, { firstRow: row + 1, serials: serials.slice(row, row + ROWS_IN_CHUNK) });
  };
