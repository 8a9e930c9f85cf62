import { discloseEarlierSupply } from '../visibility/disclose-earlier-supply.ts';
import { changeRefusal } from './change-refusal.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { CounterRequest } from './counter-request.ts';
import type { RowMatch } from './counter-row.ts';
import { gone } from './rows/gone.ts';
import { suppliedByBranch } from './rows/supplied-by-branch.ts';
import { suppliedHereEarlier } from './rows/supplied-here-earlier.ts';
import { suppliedHere } from './supplied-here.ts';

/**
 * custody.md 2: on a terminal pack anything but its undo, its return and its destruction is without effect. Said in the
 * words of the counter's table, the lowest row first. A supply by somebody who did not hold the pack ends it at other
 * counters only: it can still be locked, reported stolen or sent away by those entitled to.
 */
export function terminalRefusal(request: CounterRequest, known: CounterFacts): RowMatch | undefined {
  const facts = known.pack ? { ...known, pack: { ...known.pack, foreignSupply: undefined } } : known;
  const justNow = suppliedHere(request, facts);
  return (
    gone.judge(request, facts) ??
    suppliedHereEarlier.judge(request, facts) ??
    suppliedByBranch.judge(request, facts) ??
    (justNow &&
      changeRefusal({
        code: 'pack/already-supplied',
        params: { where: 'here', date: discloseEarlierSupply(justNow.deed, facts.siteTimeZone).date },
        event: justNow.deed.event,
      }))
  );
}
