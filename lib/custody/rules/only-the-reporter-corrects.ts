import type { CorrectionRule } from '../custody-rule.ts';

/** An event is declared in error by the organisation that reported it. */
export const onlyTheReporterCorrects: CorrectionRule = {
  id: 'custody/only-the-reporter-corrects',
  source: 'custody.md 2',
  on: 'correction',
  effect: 'without-effect',
  check(claim, { original }) {
    if (!original || original.claim.reporter === claim.reporter) return undefined;
    return { code: 'correction/not-yours', severity: 4 };
  },
};
