import type { CounterRow } from '../counter-row.ts';
import { custodyRelation } from '../custody-relation.ts';
import { packStanding } from '../pack-standing.ts';

/** Held by an organisation of the asker's owner group: a transfer that nobody recorded. */
export const heldInOwnerGroup: CounterRow = {
  id: 'counter/held-in-owner-group',
  source: 'custody.md 3',
  codes: ['pack/held-in-group'],
  judge(_request, facts) {
    if (packStanding(facts) !== 'active' || custodyRelation(facts) !== 'owner-group') return undefined;
    return {
      verdict: 'supply',
      reasons: [{ code: 'pack/held-in-group', params: {} }],
      recorded: 'applied',
      severity: 0,
      dataQuality: true,
    };
  },
};
