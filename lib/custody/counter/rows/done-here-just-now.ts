import type { CounterRow } from '../counter-row.ts';
import { suppliedHere } from '../supplied-here.ts';

/**
 * Supplied here less than 10 minutes ago, another request: done, and no alert. The verdict is still `set-aside`,
 * because no answer may call a supplied pack fit: in the hand may be the second of two copies.
 */
export const doneHereJustNow: CounterRow = {
  id: 'counter/done-here-just-now',
  source: 'custody.md 3',
  codes: ['pack/already-done-here'],
  judge(request, facts) {
    const here = suppliedHere(request, facts);
    if (!here?.justNow) return undefined;
    const params = { minutesAgo: Math.floor(here.agoMs / 60_000) };
    return {
      verdict: 'set-aside',
      reasons: [{ code: 'pack/already-done-here', params, event: here.deed.event }],
      recorded: 'observation',
      severity: 0,
    };
  },
};
