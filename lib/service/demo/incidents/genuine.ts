import { packAt, SET_ASIDE } from '../demo-batches.ts';
import { supplied } from '../demo-events.ts';
import { SITES } from '../demo-organisations.ts';
import type { DemoExample } from '../demo-step.ts';
import type { DemoIncident } from '../demo-story.ts';

/** Batches of which nothing is the matter. */
const UNTOUCHED = [13, 14, 15, 16] as const;

/** Packs in order: on the shelf of the demo pharmacy and of the hospital, and two that were supplied as they should. */
export const genuine: DemoIncident = (story) => {
  const onTheShelf = UNTOUCHED.flatMap((index): DemoExample[] =>
    story
      .batch(index)
      .atPharmacy.slice(2, SET_ASIDE.atPharmacy)
      .map((pack) => ({ purpose: 'genuine, at the demo pharmacy', pack })),
  );
  const inHospital = packAt(story.batch(13).atHospital, 0);
  const suppliedHere = packAt(story.batch(13).atPharmacy, 0);
  const suppliedElsewhere = packAt(story.batch(13).atHospital, 1);
  return {
    steps: [
      supplied(story.occasion('supplied as usual', SITES.pharmacy, 5, 11), suppliedHere),
      supplied(story.occasion('supplied as usual in the hospital', SITES.hospital, 5, 11), suppliedElsewhere),
    ],
    examples: [
      ...onTheShelf,
      { purpose: 'already dispensed', pack: suppliedHere },
      { purpose: 'already dispensed in the hospital', pack: suppliedElsewhere },
      { purpose: 'genuine, at the hospital', pack: inHospital },
    ],
  };
};
