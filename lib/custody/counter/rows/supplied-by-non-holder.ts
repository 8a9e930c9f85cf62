import { discloseEarlierSupply } from '../../visibility/disclose-earlier-supply.ts';
import type { CounterRow } from '../counter-row.ts';
import { hasCustody } from '../custody-relation.ts';
import { packStanding } from '../pack-standing.ts';

/**
 * A supply by somebody who does not hold the pack does not bind the recorded holder or consignee: there the pack is
 * still supplied, flagged with the highest severity, so that no key can kill a pack at the counter that has it.
 */
export const suppliedByNonHolder: CounterRow = {
  id: 'counter/supplied-by-non-holder',
  source: 'custody.md 2',
  codes: ['pack/supplied-by-non-holder'],
  judge(_request, facts) {
    const foreign = facts.pack?.foreignSupply;
    if (foreign === undefined || packStanding(facts) !== 'active' || !hasCustody(facts)) return undefined;
    const own = foreign.by === facts.party.gln;
    const params = { ...discloseEarlierSupply(foreign, facts.siteTimeZone), own };
    return {
      verdict: 'supply',
      reasons: [{ code: 'pack/supplied-by-non-holder', params, ...(own && { event: foreign.event }) }],
      recorded: 'applied',
      severity: 5,
      finding: 'settled',
    };
  },
};
