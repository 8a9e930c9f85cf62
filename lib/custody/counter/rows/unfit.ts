import type { CounterRow } from '../counter-row.ts';
import { isLocked } from '../site-rules.ts';
import { unfitReasons } from '../unfit-reasons.ts';

/** Expired, recalled in reach, withdrawn in this market, or locked: genuine perhaps, but not fit to supply. */
export const unfit: CounterRow = {
  id: 'counter/unfit',
  source: 'custody.md 3',
  codes: ['batch/recalled', 'batch/expired', 'product/withdrawn', 'pack/locked'],
  judge(request, facts) {
    const locked = isLocked(facts) ? [{ code: 'pack/locked', params: {} } as const] : [];
    const [first, ...more] = [...unfitReasons(request, facts), ...locked];
    if (first === undefined) return undefined;
    const classOne = first.code === 'batch/recalled' && first.params.recallClass === 'I';
    return {
      verdict: 'set-aside',
      reasons: [first, ...more],
      recorded: 'observation',
      severity: classOne ? 5 : 4,
      finding: 'settled',
    };
  },
};
