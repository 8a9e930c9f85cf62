import { packAt, RECALLED_BATCH, RECALLED_DAYS_AGO } from '../demo-batches.ts';
import { looked, recalled, received, shipped } from '../demo-events.ts';
import { SITES } from '../demo-organisations.ts';
import type { DemoIncident } from '../demo-story.ts';

/** A class II recall in Germany: stopped at one counter, sent back from the warehouse, and shipped on once by an oversight. */
export const recall: DemoIncident = (story) => {
  const { atPharmacy, stocked } = story.batch(RECALLED_BATCH);
  const { plant, warehouse, pharmacy, branch } = SITES;
  const shelf = packAt(atPharmacy, 0);
  const returned = { to: plant, number: 'recall-return', packs: stocked.slice(0, 15), returned: true };
  const overlooked = { to: branch, number: 'overlooked', packs: stocked.slice(16, 17) };
  return {
    steps: [
      recalled(story.occasion('recall', plant, RECALLED_DAYS_AGO, 9), shelf, {
        recallClass: 'II',
        reach: ['DE'],
      }),
      looked(story.occasion('recall stopped', pharmacy, 13, 12), shelf),
      shipped(story.occasion('recall return', warehouse, 12, 10), returned),
      received(story.occasion('recall return received', plant, 8, 9), warehouse, returned),
      shipped(story.occasion('recall overlooked', warehouse, 9, 16), overlooked),
    ],
    examples: [{ purpose: 'recalled batch', pack: packAt(atPharmacy, 1) }],
  };
};
