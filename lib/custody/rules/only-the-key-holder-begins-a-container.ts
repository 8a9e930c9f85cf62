import type { PackRule } from '../custody-rule.ts';

/** A container whose number bears a registered company prefix is begun by that organisation or its agent: nobody squats on numbers. */
export const onlyTheKeyHolderBeginsAContainer: PackRule = {
  id: 'custody/only-the-key-holder-begins-a-container',
  source: 'custody.md 5',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state, { isContainer, gtinHolder }) {
    if (!isContainer || state.status !== 'unknown' || claim.sandbox || gtinHolder === undefined)
      return undefined;
    if (claim.act !== 'pack' && claim.act !== 'commission') return undefined;
    const speaks = claim.speaksFor.some(({ gln }) => gln === gtinHolder);
    return speaks ? undefined : { code: 'container/not-yours', severity: 3 };
  },
};
