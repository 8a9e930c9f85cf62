import type { BatchRule } from '../custody-rule.ts';
import { recallTakenBack, takesBackARecall } from '../recall-taken-back.ts';

/** A statement that lifts a recall, or declares it in error, names a recall that stands. */
export const aRecallLiftNamesWhatStands: BatchRule = {
  id: 'custody/a-recall-lift-names-what-stands',
  source: 'custody.md 1',
  on: 'batch',
  effect: 'without-effect',
  check(claim, batch) {
    if (!takesBackARecall(claim)) return undefined;
    return recallTakenBack(claim, batch) ? undefined : { code: 'batch/lift-nothing', severity: 1 };
  },
};
