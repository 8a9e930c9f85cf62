import { packAt } from '../demo-batches.ts';
import { looked, supplied } from '../demo-events.ts';
import { SITES } from '../demo-organisations.ts';
import type { DemoIncident } from '../demo-story.ts';

/** Two packs with one serial, supplied in two countries a few days apart, and a third that a counter stopped. */
export const clone: DemoIncident = (story) => {
  const pack = packAt(story.batch(7).atPharmacy, 0);
  const { pharmacy, hospital, branch } = SITES;
  return {
    steps: [
      supplied(story.occasion('clone supplied first', pharmacy, 8, 11), pack),
      supplied(story.occasion('clone supplied again', hospital, 5, 10), pack),
      looked(story.occasion('clone looked at', hospital, 4, 9), pack),
      looked(story.occasion('clone stopped', branch, 3, 16), pack, { wanted: 'supply' }),
    ],
    examples: [
      { purpose: 'cloned pair, first pack: supplied in Germany', pack },
      { purpose: 'cloned pair, second pack: supplied again in France', pack },
    ],
  };
};
