import { parseSerial } from '../../../gs1/serial.ts';
import { packAt } from '../demo-batches.ts';
import { looked, received, shipped, supplied } from '../demo-events.ts';
import { certain } from '../demo-identifiers.ts';
import { SITES } from '../demo-organisations.ts';
import type { DemoPack } from '../demo-step.ts';
import type { DemoIncident } from '../demo-story.ts';

const HOUR_MS = 3_600_000;
const AHEAD_MS = 25 * 60_000;

const inSmallLetters = (pack: DemoPack): DemoPack => ({
  ...pack,
  serial: certain(parseSerial(pack.serial.toLowerCase())),
});

/**
 * Poor data without harm: a receipt nobody recorded, one recorded a day late, a message sent twice, a clock that is
 * ahead, and two packs typed by hand with a slip.
 */
export const slips: DemoIncident = (story) => {
  const { stocked, atPharmacy } = story.batch(9);
  const { warehouse, pharmacy, branch, hospital } = SITES;
  const unreceived = { to: hospital, number: 'unreceived', packs: stocked.slice(0, 4) };
  const late = { to: branch, number: 'late', packs: stocked.slice(4, 8) };
  const [letters, date] = [packAt(atPharmacy, 1), packAt(atPharmacy, 2)];
  const anotherDay = packAt(story.batch(0).atPharmacy, 0).expiry;
  const typed = { entryMode: 'manual' } as const;
  return {
    steps: [
      shipped(story.occasion('shipped, never received', warehouse, 14, 16), unreceived),
      shipped(
        { ...story.occasion('shipped, never received: sent again', warehouse, 14, 16), lagMs: HOUR_MS },
        unreceived,
      ),
      supplied(story.occasion('supplied without receipt', hospital, 10, 11), packAt(stocked, 0)),
      shipped(story.occasion('shipped, received late', warehouse, 14, 17), late),
      received({ ...story.occasion('received late', branch, 10, 9), lagMs: 26 * HOUR_MS }, warehouse, late),
      supplied(
        { ...story.occasion('clock ahead', pharmacy, 6, 12), lagMs: -AHEAD_MS },
        packAt(atPharmacy, 0),
      ),
      looked(story.occasion('typed in small letters', pharmacy, 5, 10), inSmallLetters(letters), typed),
      looked(story.occasion('typed right', pharmacy, 5, 10.1), letters, typed),
      looked(story.occasion('typed a wrong date', pharmacy, 4, 14), { ...date, expiry: anotherDay }, typed),
      looked(story.occasion('typed the right date', pharmacy, 4, 14.1), date, typed),
    ],
    examples: [],
  };
};
