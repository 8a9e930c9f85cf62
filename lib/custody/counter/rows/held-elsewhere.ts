import type { CounterRow } from '../counter-row.ts';
import { custodyRelation } from '../custody-relation.ts';
import { packStanding } from '../pack-standing.ts';

/** Below this share of recorded deliveries a missing one says more about the asker's books than about the pack. */
const COVERAGE_TO_STOP = 0.985;

/** Held or in transit elsewhere, no visible delivery to the asker. */
export const heldElsewhere: CounterRow = {
  id: 'counter/held-elsewhere',
  source: 'custody.md 3',
  codes: ['pack/not-held'],
  judge(_request, facts) {
    if (packStanding(facts) !== 'active' || custodyRelation(facts) !== 'elsewhere') return undefined;
    const suppliable = facts.custodyCoverage < COVERAGE_TO_STOP;
    const reasons = [{ code: 'pack/not-held', params: { suppliable } }] as const;
    return suppliable
      ? { verdict: 'supply', reasons, recorded: 'testimony', severity: 2, finding: 'settled' }
      : { verdict: 'set-aside', reasons, recorded: 'observation', severity: 3 };
  },
};
