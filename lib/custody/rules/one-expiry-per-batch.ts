import type { BatchRule } from '../custody-rule.ts';

/** All packs of a batch carry one expiry date. */
export const oneExpiryPerBatch: BatchRule = {
  id: 'custody/one-expiry-per-batch',
  source: 'custody.md 1',
  on: 'batch',
  effect: 'flag',
  check(claim, batch) {
    if (claim.act !== 'commission' || !batch?.expiry || !claim.expiry) return undefined;
    if (batch.expiry === claim.expiry) return undefined;
    return { code: 'batch/expiry-differs', params: { known: batch.expiry, said: claim.expiry }, severity: 3 };
  },
};
