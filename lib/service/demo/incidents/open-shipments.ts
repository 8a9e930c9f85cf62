import { packAt } from '../demo-batches.ts';
import { shipped } from '../demo-events.ts';
import { SITES } from '../demo-organisations.ts';
import type { DemoIncident } from '../demo-story.ts';

/** On their way on the day of the load: something to receive for the warehouse and for both counters. */
export const openShipments: DemoIncident = (story) => {
  const { kept } = story.batch(11);
  const toPharmacy = story.batch(10).stocked.slice(0, 10);
  const toHospital = story.batch(12).stocked.slice(0, 10);
  const { plant, warehouse, pharmacy, hospital } = SITES;
  return {
    steps: [
      shipped(story.occasion('on its way to the warehouse', SITES.contractPlant, 1, 15), {
        to: warehouse,
        number: 'open-0',
        packs: kept,
      }),
      shipped(story.occasion('on its way to the pharmacy', warehouse, 1, 17), {
        to: pharmacy,
        number: 'open-1',
        packs: toPharmacy,
      }),
      shipped(story.occasion('on its way to the hospital', warehouse, 1, 17.5), {
        to: hospital,
        number: 'open-2',
        packs: toHospital,
      }),
      shipped(story.occasion('on its way from the plant', plant, 1, 15), {
        to: warehouse,
        number: 'open-3',
        packs: story.batch(0).kept,
      }),
    ],
    examples: [{ purpose: 'in transit to the demo pharmacy', pack: packAt(toPharmacy, 0) }],
  };
};
