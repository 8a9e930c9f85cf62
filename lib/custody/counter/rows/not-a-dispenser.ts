import type { CounterRow } from '../counter-row.ts';
import { playsRole } from '../plays-role.ts';

const DISPENSERS = ['pharmacy', 'hospital', 'clinic'] as const;

/** `supplied` is said by pharmacies, hospitals and clinics. Others may verify. */
export const notADispenser: CounterRow = {
  id: 'counter/not-a-dispenser',
  source: 'custody.md 1',
  codes: ['pack/not-entitled'],
  judge({ kind }, facts) {
    if (kind !== 'supply' || playsRole(facts, facts.party, DISPENSERS)) return undefined;
    return {
      verdict: 'set-aside',
      reasons: [{ code: 'pack/not-entitled', params: { state: 'supplied' } }],
      recorded: 'observation',
      severity: 1,
    };
  },
};
