import type { CorrectionRule } from '../custody-rule.ts';

/** A theft report that took effect is taken back by a regulator. */
export const onlyARegulatorUndoesATheft: CorrectionRule = {
  id: 'custody/only-a-regulator-undoes-a-theft',
  source: 'custody.md 1',
  on: 'correction',
  effect: 'without-effect',
  check(claim, { original }) {
    if (original?.claim.act !== 'steal' || original.effect !== 'applied') return undefined;
    return claim.reporterRole === 'regulator' ? undefined : { code: 'pack/lift-not-yours', severity: 4 };
  },
};
