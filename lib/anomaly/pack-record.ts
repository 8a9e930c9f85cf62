import type { BatchState } from '../custody/batch-state.ts';
import type { Claim } from '../custody/claim.ts';
import type { PackContext } from '../custody/pack-context.ts';
import type { ProductFacts } from '../custody/product-facts.ts';
import { replayPack } from '../custody/replay-pack.ts';
import type { PackRecord } from './facts.ts';

/** What a pack's record is made from: all as the log had it at one moment. */
export interface PackHistory {
  /** In log order. */
  readonly claims: readonly Claim[];
  readonly product: ProductFacts | undefined;
  readonly batch: BatchState | undefined;
}

/**
 * What the log said of a pack, folded from its history alone: a replay years later gives the same, whatever has become of the pack
 * since. `undefined` where no event named it.
 */
export function packRecord(uri: string, { claims, product, batch }: PackHistory): PackRecord | undefined {
  if (claims.length === 0) return undefined;
  // Undo limits ask for the recalls of the day on which the undo was recorded.
  const contextOf = ({ recordedAt }: Claim): PackContext => ({
    gtinHolder: product?.holder,
    product,
    batch: batch && { ...batch, recalls: batch.recalls.filter(({ at }) => at <= recordedAt) },
  });
  const { state } = replayPack(uri, claims, contextOf);
  const isStolen = state.status === 'stolen';
  return {
    status: state.status,
    place: state.place,
    lot: state.lot,
    expiry: state.expiry,
    commissioned: state.commissioned,
    ended: (isStolen ? undefined : state.terminal) ?? state.foreignSupply,
    theft: isStolen ? state.terminal : undefined,
    recalls: batch?.recalls ?? [],
    closedIn: undefined,
    history: claims,
  };
}
