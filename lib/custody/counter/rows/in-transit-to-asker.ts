import { localDateAt } from '../../../kernel/local-date.ts';
import type { CounterRow } from '../counter-row.ts';
import { custodyRelation } from '../custody-relation.ts';
import { packStanding } from '../pack-standing.ts';

/** In transit to the asker: the receipt is inferred, and the asker is told that its books miss it. */
export const inTransitToAsker: CounterRow = {
  id: 'counter/in-transit-to-asker',
  source: 'custody.md 3',
  codes: ['pack/receipt-inferred'],
  judge(_request, facts) {
    const place = facts.pack?.place;
    if (packStanding(facts) !== 'active' || place?.kind !== 'transit') return undefined;
    if (custodyRelation(facts) !== 'consignee') return undefined;
    const since = localDateAt(place.since, facts.siteTimeZone);
    return {
      verdict: 'supply',
      reasons: [{ code: 'pack/receipt-inferred', params: { since } }],
      recorded: 'applied',
      severity: 0,
      dataQuality: true,
    };
  },
};
