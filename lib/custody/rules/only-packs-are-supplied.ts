import type { Act } from '../claim.ts';
import type { PackRule } from '../custody-rule.ts';

const OF_PACKS: ReadonlySet<Act> = new Set(['supply', 'sample', 'free-sample']);

/** What reaches a patient or a laboratory is told pack by pack. */
export const onlyPacksAreSupplied: PackRule = {
  id: 'custody/only-packs-are-supplied',
  source: 'custody.md 4',
  on: 'pack',
  effect: 'without-effect',
  check(claim, _state, { isContainer }) {
    if (!isContainer || !OF_PACKS.has(claim.act)) return undefined;
    return { code: 'container/not-for-patients', severity: 3 };
  },
};
