import { packAt } from '../demo-batches.ts';
import { later, received, shipped, supplied, undone, voided } from '../demo-events.ts';
import { SITES } from '../demo-organisations.ts';
import type { DemoIncident } from '../demo-story.ts';

const MINUTE_MS = 60_000;

/** What is taken back: a return to the warehouse, a shipment that was voided, a supply undone after a few minutes. */
export const wayBack: DemoIncident = (story) => {
  const { stocked, atPharmacy } = story.batch(8);
  const { warehouse, pharmacy, hospital } = SITES;
  const returned = { to: warehouse, number: 'return', packs: atPharmacy.slice(0, 3), returned: true };
  const mistaken = { to: hospital, number: 'mistaken', packs: stocked.slice(0, 5) };
  const mistakenSupply = supplied(
    story.occasion('supplied by mistake', pharmacy, 4, 12),
    packAt(atPharmacy, 3),
  );
  return {
    steps: [
      shipped(story.occasion('returned', pharmacy, 12, 13), returned),
      received(story.occasion('return received', warehouse, 9, 7), pharmacy, returned),
      shipped(story.occasion('shipped by mistake', warehouse, 13, 16), mistaken),
      voided(story.occasion('shipment voided', warehouse, 13, 16.7), mistaken),
      mistakenSupply,
      undone(mistakenSupply, later(mistakenSupply.at, 8 * MINUTE_MS)),
    ],
    examples: [],
  };
};
