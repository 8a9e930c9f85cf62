import type { Breach } from '../custody/breach.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import { lgtinUri } from '../gs1/digital-link.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type OwnWords, occasionOf, ownEvent } from './own-event.ts';
import { recordEvent } from './record-event.ts';
import type { RecordError } from './recorded-event.ts';

/** A batch that is to be called back, or whose recall is to be lifted. */
interface BatchOrder {
  readonly gtin: Gtin;
  readonly lot: Lot;
  /** The person's own words. */
  readonly note: string | undefined;
  /** Names the request: the same again changes nothing. */
  readonly requestKey: string;
  readonly at: Instant;
}

export interface RecallOrder extends BatchOrder {
  readonly recallClass: 'I' | 'II' | 'III' | undefined;
  /** Countries, ISO 3166-1 alpha-2; empty: every country. */
  readonly reach: readonly string[];
}

export interface LiftRecallOrder extends BatchOrder {
  /** The event that recalled the batch. */
  readonly recall: EventRef;
}

/** What became of a batch. */
export interface BatchChange {
  readonly event: EventRef;
  readonly applied: boolean;
  /** Why it was without effect, or what it was flagged with. */
  readonly breaches: readonly Breach[];
}

/** Recalls a batch: from now on no counter in reach supplies a pack of it. Said by the holder of the GTIN or a regulator. */
export const recallBatch = (scope: OrgScope, order: RecallOrder): Promise<Result<BatchChange, RecordError>> =>
  changeBatch(scope, 'recall', order, {
    disposition: 'recalled',
    vialog: {
      ...(order.recallClass === undefined ? {} : { recallClass: order.recallClass }),
      ...(order.reach.length === 0 ? {} : { reach: order.reach }),
    },
  });

/** Lifts a recall; said by whoever issued it. */
export const liftRecall = (
  scope: OrgScope,
  order: LiftRecallOrder,
): Promise<Result<BatchChange, RecordError>> =>
  changeBatch(scope, 'lift-recall', order, { disposition: 'active', vialog: { lifts: order.recall } });

async function changeBatch(
  scope: OrgScope,
  name: string,
  { gtin, lot, note, requestKey, at }: BatchOrder,
  { vialog, ...words }: Pick<OwnWords, 'disposition' | 'vialog'>,
): Promise<Result<BatchChange, RecordError>> {
  const uri = lgtinUri(gtin, lot);
  const said: { readonly [name: string]: Json } = { ...vialog, ...(note === undefined ? {} : { note }) };
  const event = ownEvent(
    scope,
    `${name}\0${requestKey}`,
    {
      ...words,
      action: 'OBSERVE',
      quantityList: [{ epcClass: uri, quantity: undefined, uom: undefined }],
      vialog: said,
    },
    await occasionOf(scope, at),
  );
  const recorded = await recordEvent(scope, event);
  if (!recorded.ok) return recorded;
  const outcome = recorded.value.decision?.batches.get(uri);
  return ok({
    event: recorded.value.ref,
    applied: outcome === undefined || outcome.effect === 'applied',
    breaches: outcome?.breaches ?? [],
  });
}
