import { randomSerials } from '../../../gs1/random-serials.ts';
import { DEMO_SERIALS, packAt } from '../demo-batches.ts';
import { demoChance } from '../demo-chance.ts';
import { looked } from '../demo-events.ts';
import { certain } from '../demo-identifiers.ts';
import { SITES } from '../demo-organisations.ts';
import type { DemoPack } from '../demo-step.ts';
import type { DemoIncident } from '../demo-story.ts';

/** Packs of a real batch with serials that nobody has made, at three places; one was scanned twice, as the counter asked. */
export const unknownSerial: DemoIncident = (story) => {
  const printed = packAt(story.batch(0).atPharmacy, 0);
  const chance = demoChance(story.seed, 'unknown serials');
  const serials = certain(randomSerials(4, DEMO_SERIALS, (length) => chance.bytes(length)));
  const invented = serials.map((serial): DemoPack => ({ ...printed, serial }));
  const { pharmacy, branch, hospital } = SITES;
  return {
    steps: [
      looked(story.occasion('unknown', pharmacy, 12, 10), packAt(invented, 0)),
      looked(story.occasion('unknown once more', pharmacy, 12, 10.1), packAt(invented, 0)),
      looked(story.occasion('unknown at the branch', branch, 11, 15), packAt(invented, 1)),
      looked(story.occasion('unknown in the hospital', hospital, 10, 9.5), packAt(invented, 2)),
    ],
    examples: [{ purpose: 'unknown serial', pack: packAt(invented, 3) }],
  };
};
