import type { Expiry } from '../../gs1/expiry.ts';
import type { Lot } from '../../gs1/lot.ts';
import type { Serial } from '../../gs1/serial.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { BatchState } from '../batch-state.ts';
import { isExpired } from '../is-expired.ts';
import type { PackState, PackStatus } from '../pack-state.ts';
import type { ProductFacts } from '../product-facts.ts';

/** All that the public is told: fit to use, not fit to use, or neither can be said (custody.md 6). */
export type PublicAnswer = 'fit' | 'not-fit' | 'not-confirmed';

/** What somebody read from the pack in their hand. Without a serial it is an item of a batch. */
export interface PublicQuestion {
  readonly serial: Serial | undefined;
  readonly lot: Lot | undefined;
  readonly expiry: Expiry | undefined;
  readonly at: Instant;
}

/** What the record knows. What is not registered is absent. */
export interface PublicFacts {
  readonly product: ProductFacts | undefined;
  /** The batch as read; `known` where something of it was ever commissioned with effect. */
  readonly batch: (BatchState & { readonly known: boolean }) | undefined;
  readonly pack: PackState | undefined;
}

/**
 * The answer for whoever holds a pack. Batch and expiry must agree with the record, else nothing is said: unknown, wrong and withheld
 * are one answer. A pack that was supplied is fit, for that is how a patient comes by it. Where the asker is nobody knows, so every
 * recall, theft and lock counts, whatever country it was made for, and a day ends as it ends in UTC. Pure and total.
 */
export function judgeForPublic(question: PublicQuestion, facts: PublicFacts): PublicAnswer {
  const status = confirmedStatus(question, facts);
  if (status === undefined) return 'not-confirmed';
  return FIT.has(status) && !isSpokenAgainst(question, facts) ? 'fit' : 'not-fit';
}

/** In stock, handed out, or given away by its maker: a person may rightly have it. */
const FIT: ReadonlySet<PackStatus> = new Set(['active', 'supplied', 'free-sample']);

/** The status of what was presented; `undefined` where batch or expiry do not show that it is in hand. */
function confirmedStatus(
  question: PublicQuestion,
  { product, batch, pack }: PublicFacts,
): PackStatus | undefined {
  const { lot, expiry, serial } = question;
  if (product === undefined || lot === undefined || expiry === undefined) return undefined;
  if (serial !== undefined) {
    const agrees = pack?.lot === lot && pack.expiry === expiry.date && pack.status !== 'unknown';
    return agrees ? pack.status : undefined;
  }
  const agrees = product.itemLevel === 'lot' && batch?.known === true && batch.expiry === expiry.date;
  return agrees ? 'active' : undefined;
}

function isSpokenAgainst({ expiry, at }: PublicQuestion, { product, batch, pack }: PublicFacts): boolean {
  return (
    isExpired(expiry?.date, at, 'UTC') ||
    (batch?.recalls.length ?? 0) > 0 ||
    pack?.locked !== undefined ||
    isWithdrawnEverywhere(product, at)
  );
}

/** Withdrawn in one market, a product may still be sold and used in another, and the asker may be there. */
function isWithdrawnEverywhere(product: ProductFacts | undefined, at: Instant): boolean {
  const markets = product?.markets ?? [];
  return (
    markets.length > 0 &&
    markets.every(({ withdrawnFrom }) => withdrawnFrom !== undefined && Date.parse(withdrawnFrom) <= at)
  );
}
