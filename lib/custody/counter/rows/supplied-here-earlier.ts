import { discloseEarlierSupply } from '../../visibility/disclose-earlier-supply.ts';
import type { CounterRow } from '../counter-row.ts';
import { suppliedHere } from '../supplied-here.ts';

/** Supplied here ten minutes ago or longer. */
export const suppliedHereEarlier: CounterRow = {
  id: 'counter/supplied-here-earlier',
  source: 'custody.md 3',
  codes: ['pack/already-supplied'],
  judge(request, facts) {
    const here = suppliedHere(request, facts);
    if (here === undefined || here.justNow) return undefined;
    const { date } = discloseEarlierSupply(here.deed, facts.siteTimeZone);
    return {
      verdict: 'set-aside',
      reasons: [{ code: 'pack/already-supplied', params: { where: 'here', date }, event: here.deed.event }],
      recorded: 'observation',
      severity: 1,
    };
  },
};
