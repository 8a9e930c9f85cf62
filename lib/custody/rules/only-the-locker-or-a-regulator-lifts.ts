import type { PackRule } from '../custody-rule.ts';
import { liftedDeed } from '../lifted-deed.ts';

/** A lock is lifted by who set it or a regulator, a theft by a regulator. */
export const onlyTheLockerOrARegulatorLifts: PackRule = {
  id: 'custody/only-the-locker-or-a-regulator-lifts',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state) {
    const deed = claim.act === 'lift' ? liftedDeed(claim, state) : undefined;
    if (!deed || claim.reporterRole === 'regulator') return undefined;
    const isOwnLock = deed.by === claim.reporter && deed !== state.terminal;
    return isOwnLock ? undefined : { code: 'pack/lift-not-yours', severity: 4 };
  },
};
