import type { BatchRule } from '../custody-rule.ts';
import { recallTakenBack } from '../recall-taken-back.ts';

/** A recall is lifted by its issuer, by a later statement. */
export const onlyItsIssuerLiftsARecall: BatchRule = {
  id: 'custody/only-its-issuer-lifts-a-recall',
  source: 'custody.md 1',
  on: 'batch',
  effect: 'without-effect',
  check(claim, batch) {
    const recall = recallTakenBack(claim, batch);
    if (!recall || recall.by === claim.reporter) return undefined;
    return { code: 'batch/lift-not-yours', severity: 4 };
  },
};
