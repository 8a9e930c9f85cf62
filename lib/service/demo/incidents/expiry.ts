import { EXPIRED_BATCH, packAt } from '../demo-batches.ts';
import { destroyed, looked, supplied } from '../demo-events.ts';
import { SITES } from '../demo-organisations.ts';
import type { DemoIncident } from '../demo-story.ts';

/** A batch past its date: refused at one counter, supplied at another whose software did not ask first, and cleared from a shelf. */
export const expiry: DemoIncident = (story) => {
  const { atPharmacy, atHospital, atBranch } = story.batch(EXPIRED_BATCH);
  const { pharmacy, hospital, branch } = SITES;
  return {
    steps: [
      looked(story.occasion('expired refused', pharmacy, 3, 11), packAt(atPharmacy, 0), { wanted: 'supply' }),
      supplied(story.occasion('expired supplied', hospital, 3, 15), packAt(atHospital, 0)),
      destroyed(story.occasion('expired destroyed', branch, 2, 17), [
        packAt(atBranch, 0),
        packAt(atBranch, 1),
      ]),
    ],
    examples: [{ purpose: 'expired', pack: packAt(atPharmacy, 1) }],
  };
};
