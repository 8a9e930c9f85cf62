import { askedBefore } from '../asked-before.ts';
import type { CounterRow } from '../counter-row.ts';

/** The serial has no commissioning with effect. */
export const serialUnknown: CounterRow = {
  id: 'counter/serial-unknown',
  source: 'custody.md 3',
  codes: ['pack/unknown', 'batch/unknown'],
  withholds: true,
  judge(request, facts) {
    if (facts.pack !== undefined && facts.pack.status !== 'unknown') return undefined;
    const again = askedBefore(request, facts);
    return {
      verdict: again ? 'set-aside' : 'rescan',
      reasons: [{ code: facts.batch?.known ? 'pack/unknown' : 'batch/unknown', params: { again } }],
      recorded: 'observation',
      severity: 3,
      finding: 'provisional',
    };
  },
};
