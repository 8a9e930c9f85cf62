import { packAt } from '../demo-batches.ts';
import { destroyed, exported, locked, sampled } from '../demo-events.ts';
import { SITES } from '../demo-organisations.ts';
import type { DemoIncident } from '../demo-story.ts';

/** Every other end that a pack can come to, and a lock by the authority. */
export const disposal: DemoIncident = (story) => {
  const { kept, stocked, atPharmacy } = story.batch(6);
  const { plant, warehouse, authority } = SITES;
  return {
    steps: [
      destroyed(story.occasion('destroyed', warehouse, 16, 9), [packAt(stocked, 0)]),
      exported(story.occasion('exported', warehouse, 15, 9), [packAt(stocked, 1)]),
      sampled(story.occasion('sampled', warehouse, 13, 9), 'sample', [packAt(stocked, 2)]),
      sampled(story.occasion('free sample', plant, 14, 9), 'free-sample', kept.slice(0, 2)),
      locked(story.occasion('locked', authority, 6, 10), [packAt(atPharmacy, 0)]),
    ],
    examples: [
      { purpose: 'destroyed', pack: packAt(stocked, 0) },
      { purpose: 'free sample', pack: packAt(kept, 0) },
      { purpose: 'locked by the regulator', pack: packAt(atPharmacy, 0) },
    ],
  };
};
