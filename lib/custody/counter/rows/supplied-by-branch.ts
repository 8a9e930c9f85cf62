import { discloseEarlierSupply } from '../../visibility/disclose-earlier-supply.ts';
import { bindingSupply } from '../binding-supply.ts';
import type { CounterRow } from '../counter-row.ts';

/** Supplied by another branch of the asker's organisation: most likely the wrong pack was scanned. */
export const suppliedByBranch: CounterRow = {
  id: 'counter/supplied-by-branch',
  source: 'custody.md 3',
  codes: ['pack/already-supplied'],
  judge(request, facts) {
    const deed = bindingSupply(facts);
    if (deed?.by !== facts.party.gln || deed.location === request.location) return undefined;
    const { date } = discloseEarlierSupply(deed, facts.siteTimeZone);
    const params = { where: 'branch', date, location: deed.location } as const;
    return {
      verdict: 'set-aside',
      reasons: [{ code: 'pack/already-supplied', params, event: deed.event }],
      recorded: 'observation',
      severity: 1,
    };
  },
};
