import { localDateAt } from '../../../kernel/local-date.ts';
import type { CounterRow } from '../counter-row.ts';
import { custodyRelation } from '../custody-relation.ts';
import { packStanding } from '../pack-standing.ts';

/**
 * Active and held by the asker. The place of a pack inside a closed case is that of the case: unpacking is then inferred.
 * Who sent a pack counts as its holder while it is in transit: then its own shipment is still open.
 */
export const heldByAsker: CounterRow = {
  id: 'counter/held-by-asker',
  source: 'custody.md 3',
  codes: ['pack/held', 'container/unpacking-inferred', 'pack/shipment-open'],
  judge(_request, facts) {
    const place = facts.pack?.place;
    const relation = custodyRelation(facts);
    if (packStanding(facts) !== 'active' || !place || place.kind === 'nowhere') return undefined;
    if (relation !== 'holder' && relation !== 'sender') return undefined;

    const params = { since: localDateAt(place.since, facts.siteTimeZone) };
    const base = { verdict: 'supply', recorded: 'applied', severity: 0 } as const;
    if (relation === 'sender')
      return { ...base, reasons: [{ code: 'pack/shipment-open', params }], dataQuality: true };
    return facts.inClosedContainer
      ? { ...base, reasons: [{ code: 'container/unpacking-inferred', params }], dataQuality: true }
      : { ...base, reasons: [{ code: 'pack/held', params }] };
  },
};
