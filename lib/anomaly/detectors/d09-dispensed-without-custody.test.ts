import { expect, test } from 'vitest';
import {
  OTHER_PHARMACY,
  PHARMACY,
  recordedAt,
  SISTER,
  says,
  WHOLESALER,
} from '../../custody/claims-in-tests.ts';
import { Story } from '../story-in-tests.ts';

const many = Array.from({ length: 60 }, (_, n) => `G${n}`);
/** Sixty supplies in order prove the books of the other pharmacy complete. */
const proved = () =>
  new Story()
    .delivered(OTHER_PHARMACY, ...many)
    .event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 8), ...many)
    .delivered(WHOLESALER, 'S1', 'S2');
const supplies = (story: Story) => story.event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 20), 'S1');
const CASE = 'D09 3 case';

test.each<[string, () => Story, readonly string[]]>([
  ['a pack that was never delivered, from complete books', () => supplies(proved()), [CASE]],
  ['stopped at the counter', () => proved().asks(OTHER_PHARMACY, 'supply', 'S1', 20), [CASE]],
  [
    'stopped, and recorded all the same: one finding',
    () => supplies(proved().asks(OTHER_PHARMACY, 'supply', 'S1', 19)),
    [CASE],
  ],
  [
    'innocent: the delivery is recorded late',
    () =>
      supplies(proved()).event(
        WHOLESALER,
        recordedAt(40, says(WHOLESALER, 'ship', 15, { to: OTHER_PHARMACY.gln })),
        'S1',
      ),
    [],
  ],
  [
    'innocent: it is on its way, and the receipt is not recorded yet',
    () =>
      supplies(proved().event(WHOLESALER, says(WHOLESALER, 'ship', 15, { to: OTHER_PHARMACY.gln }), 'S1')),
    [],
  ],
  [
    'nothing proves the books complete: a note to the counter itself',
    () => supplies(new Story().delivered(WHOLESALER, 'S1')),
    ['D09 2 data-quality'],
  ],
  [
    'innocent: a sister holds it',
    () => new Story().delivered(PHARMACY, 'S1').event(SISTER, says(SISTER, 'supply', 20), 'S1'),
    [],
  ],
])('%s', (_name, happens, expected) => {
  expect(happens().standingOf('D09')).toEqual(expected);
});

test('whose books are full of holes is not told of each', () => {
  const story = new Story().delivered(WHOLESALER, ...many);
  for (const [n, serial] of many.entries())
    story.event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 20 + n), serial);
  expect(story.standingOf('D09').length).toBeLessThan(4);
});
