import type { Claim } from './claim.ts';

/** custody.md 1: a supply is said by a pharmacy, a hospital or a clinic. A sandbox plays every part. */
export const isCounter = ({ reporterRole, sandbox }: Claim): boolean =>
  sandbox || reporterRole === 'pharmacy' || reporterRole === 'hospital' || reporterRole === 'clinic';
