import { packAt } from '../demo-batches.ts';
import { looked, stolen } from '../demo-events.ts';
import { SITES } from '../demo-organisations.ts';
import type { DemoIncident } from '../demo-story.ts';

/** Four packs are missing from the warehouse; one turns up in a hospital. */
export const theft: DemoIncident = (story) => {
  const missing = story.batch(1).stocked.slice(0, 4);
  const { warehouse, hospital } = SITES;
  return {
    steps: [
      stolen(story.occasion('theft', warehouse, 18, 7), missing),
      looked(story.occasion('theft seen', hospital, 8, 14), packAt(missing, 0)),
    ],
    examples: [{ purpose: 'stolen', pack: packAt(missing, 1) }],
  };
};
