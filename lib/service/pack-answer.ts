import type { CounterAnswer } from '../custody/counter/counter-answer.ts';
import { counterText } from '../custody/counter/counter-texts.ts';
import type { PackState } from '../custody/pack-state.ts';
import type { ProductFacts } from '../custody/product-facts.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { LedgerPlace } from '../store/ledger-place.ts';
import type { PackRequest } from './pack-request.ts';

/** What an answer is made from beside the judgement. */
export interface AnswerFacts {
  readonly operation: string;
  readonly request: PackRequest;
  readonly product: ProductFacts | undefined;
  readonly pack: PackState | undefined;
  readonly ledger: LedgerPlace | undefined;
  /** Whether the asker may be led to the event in the log: it reported it, or is a party of it. */
  readonly leads: boolean;
}

/** The answer of the pack API as it travels (interfaces.md section 3). */
export type PackAnswerBody = { readonly [member: string]: Json };

/** Writes the counter's judgement down. Where it may tell nothing, batch and expiry echo the request and the rest is null. */
export function packAnswer(answer: CounterAnswer, facts: AnswerFacts): PackAnswerBody {
  const { request, pack, product } = facts;
  const shown = answer.discloses;
  return {
    operation: facts.operation,
    verdict: answer.verdict,
    reasons: answer.reasons.map((reason) => ({
      code: reason.code,
      text: counterText(reason),
      event: reason.event ?? null,
    })),
    state: answer.states?.state ?? null,
    packState: answer.states?.packState ?? null,
    batchState: answer.states?.batchState ?? null,
    productState: answer.states?.productState ?? null,
    product: shown && product ? { gtin: product.gtin, name: product.name } : null,
    batch: (shown ? pack?.lot : undefined) ?? request.lot ?? null,
    expiry: (shown ? pack?.expiry : undefined) ?? request.expiry?.date ?? null,
    alert: { raised: answer.finding, id: null, visibleTo: readersOf(answer) },
    ledger: shown ? ledgerOf(facts.ledger, facts.leads) : null,
  };
}

/** Who is told of what was found: nobody while it may still clear itself. */
function readersOf({ finding, provisional }: CounterAnswer): readonly string[] {
  return finding && !provisional ? ['regulator'] : [];
}

function ledgerOf(place: LedgerPlace | undefined, leads: boolean): Json {
  if (place === undefined) return null;
  if (!leads) return { status: place.status, index: null, receipt: null };
  const index = place.status === 'recorded' ? null : String(place.seq);
  return { status: place.status, index, receipt: `/log/receipt/${place.event}` };
}
