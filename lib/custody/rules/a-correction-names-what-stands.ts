import type { CorrectionRule } from '../custody-rule.ts';

/** A declaration means an earlier event that names the pack, is no declaration and was not taken out before. */
export const aCorrectionNamesWhatStands: CorrectionRule = {
  id: 'custody/a-correction-names-what-stands',
  source: 'custody.md 2',
  on: 'correction',
  effect: 'without-effect',
  check(_claim, { original }) {
    const stands = original && original.effect !== 'corrected' && original.claim.corrects === undefined;
    return stands ? undefined : { code: 'correction/nothing', severity: 2 };
  },
};
