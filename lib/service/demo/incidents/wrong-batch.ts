import { packAt } from '../demo-batches.ts';
import { looked } from '../demo-events.ts';
import { demoLot } from '../demo-identifiers.ts';
import { SITES } from '../demo-organisations.ts';
import type { DemoPack } from '../demo-step.ts';
import type { DemoIncident } from '../demo-story.ts';

/** Some packs of a batch carry another batch number in print than in the register: seen at every site that has them. */
export const wrongBatch: DemoIncident = (story) => {
  const { stocked, atPharmacy, atBranch, atHospital } = story.batch(2);
  const misprinted = (pack: DemoPack): DemoPack => ({ ...pack, lot: demoLot(`${pack.lot}A`) });
  const { warehouse, pharmacy, branch, hospital } = SITES;
  return {
    steps: [
      looked(story.occasion('misprint in the warehouse', warehouse, 9, 8), misprinted(packAt(stocked, 0))),
      looked(story.occasion('misprint at the counter', pharmacy, 8, 11), misprinted(packAt(atPharmacy, 0))),
      looked(story.occasion('misprint at the branch', branch, 7, 12), misprinted(packAt(atBranch, 0))),
      looked(story.occasion('misprint in the hospital', hospital, 7, 15), misprinted(packAt(atHospital, 0))),
    ],
    examples: [{ purpose: 'wrong batch', pack: misprinted(packAt(atPharmacy, 1)) }],
  };
};
