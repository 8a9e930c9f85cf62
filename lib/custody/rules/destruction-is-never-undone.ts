import type { CorrectionRule } from '../custody-rule.ts';

/** A destruction that took effect is never undone. */
export const destructionIsNeverUndone: CorrectionRule = {
  id: 'custody/destruction-is-never-undone',
  source: 'custody.md 1',
  on: 'correction',
  effect: 'without-effect',
  check(_claim, { original }) {
    if (original?.claim.act !== 'destroy' || original.effect !== 'applied') return undefined;
    return { code: 'pack/undo-never', severity: 4 };
  },
};
