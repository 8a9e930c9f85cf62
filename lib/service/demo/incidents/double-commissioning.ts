import { commissioned } from '../demo-events.ts';
import { demoLot } from '../demo-identifiers.ts';
import { SITES } from '../demo-organisations.ts';
import type { DemoIncident } from '../demo-story.ts';

/** The contract manufacturer commissions serials that the manufacturer has used, under a batch number of its own. */
export const doubleCommissioning: DemoIncident = (story) => {
  const twice = story.batch(4).kept.slice(0, 2);
  const again = twice.map((pack) => ({ ...pack, lot: demoLot(`${pack.lot}X`) }));
  return {
    steps: [commissioned(story.occasion('commissioned twice', SITES.contractPlant, 11, 10), again)],
    examples: [],
  };
};
