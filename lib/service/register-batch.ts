import { sha256 } from '#sha256';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import { utf8Of } from '../kernel/bytes.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { loadTakenSerials } from '../store/taken-serials.ts';
import type { ReplayError } from './answer-once.ts';
import { checkSerials, type FaultyRow } from './check-serials.ts';
import { type CommissionError, mayCommission } from './may-commission.ts';
import { startJobOnce } from './start-job-once.ts';

/** The kind of job that registers a batch. */
export const REGISTER_JOB = 'register-batch';

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

export type RegisterError =
  | CommissionError
  | ReplayError
  | { readonly code: 'serials/count'; readonly most: number }
  | { readonly code: 'serials/faulty'; readonly faults: readonly FaultyRow[] };

/** What the job is given. */
export interface RegisterPayload {
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly expiry: LocalDate;
  readonly serials: readonly Serial[];
  readonly at: Instant;
}

const MOST_SERIALS = 100_000;

/** Judges every serial number and, where all are in order, starts the job that commissions them; gives its id. */
export async function registerBatch(
  scope: OrgScope,
  order: RegisterOrder,
): Promise<Result<string, RegisterError>> {
  const { gtin, lot, expiry, serials, at, requestKey } = order;
  if (serials.length === 0 || serials.length > MOST_SERIALS)
    return err({ code: 'serials/count', most: MOST_SERIALS });
  const product = await mayCommission(scope, gtin);
  if (!product.ok) return product;
  const said: Json = { gtin, lot, expiry, serials };
  const keyed = { key: `${REGISTER_JOB} ${requestKey}`, digest: sha256(utf8Of(canonicalJson(said))) };
  return startJobOnce(scope, keyed, async () => {
    const checked = checkSerials(serials, await loadTakenSerials(scope, gtin, serials));
    if (checked.faults.length > 0) return err({ code: 'serials/faulty', faults: checked.faults });
    const payload: RegisterPayload = { gtin, lot, expiry, serials: checked.serials, at };
    return ok({ kind: REGISTER_JOB, payload: payload as unknown as Json, total: serials.length });
  });
}
