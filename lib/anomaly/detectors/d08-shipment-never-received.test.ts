import { expect, test } from 'vitest';
import { OTHER_PHARMACY, PHARMACY, recordedAt, says, WHOLESALER } from '../../custody/claims-in-tests.ts';
import { Story } from '../story-in-tests.ts';

const DAY = 24;
const ITEM = 'D08 2 data-quality';
const serials = ['S1', 'S2', 'S3'];
const shipped = () =>
  new Story()
    .delivered(WHOLESALER, ...serials)
    .event(WHOLESALER, says(WHOLESALER, 'ship', 10, { to: PHARMACY.gln }), ...serials);
const received = (at: number, ...which: readonly string[]) =>
  [PHARMACY, says(PHARMACY, 'receive', at), ...which] as const;

test.each<[string, () => Story, readonly string[]]>([
  ['nothing within ten days', () => shipped().waits(10 + 10 * DAY - 0.1), []],
  ['nobody receives it: one item for both ends', () => shipped().waits(10 + 10 * DAY), [ITEM]],
  [
    'received in time',
    () =>
      shipped()
        .event(...received(30, ...serials))
        .waits(20 * DAY),
    [],
  ],
  [
    'received but for one pack',
    () =>
      shipped()
        .event(...received(30, 'S1', 'S2'))
        .waits(20 * DAY),
    [ITEM],
  ],
  [
    'received after all',
    () =>
      shipped()
        .waits(12 * DAY)
        .event(...received(13 * DAY, ...serials)),
    [],
  ],
  [
    'received after all but for one pack',
    () =>
      shipped()
        .waits(12 * DAY)
        .event(...received(13 * DAY, 'S1', 'S2')),
    [ITEM],
  ],
  [
    'innocent: the receipt is recorded late, for a day before',
    () =>
      shipped()
        .waits(12 * DAY)
        .event(PHARMACY, recordedAt(13 * DAY, says(PHARMACY, 'receive', 30)), ...serials),
    [],
  ],
  [
    'innocent: the sender takes it back',
    () =>
      shipped()
        .event(WHOLESALER, says(WHOLESALER, 'void-shipping', 20), ...serials)
        .waits(20 * DAY),
    [],
  ],
  [
    'innocent: the receiver supplies without having recorded the receipt',
    () =>
      shipped()
        .event(PHARMACY, says(PHARMACY, 'supply', 20), ...serials)
        .waits(20 * DAY),
    [],
  ],
  [
    'innocent: the receiver has supplied one of them, so the others have arrived too',
    () =>
      shipped()
        .event(PHARMACY, says(PHARMACY, 'supply', 20), 'S1')
        .waits(20 * DAY),
    [],
  ],
  [
    'innocent: who has them received them from the very receiver, which recorded nothing',
    () =>
      shipped()
        .waits(12 * DAY)
        .event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'receive', 13 * DAY, { from: PHARMACY.gln }), 'S1')
        .event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 14 * DAY), 'S1'),
    [ITEM],
  ],
  [
    'the packs come up at a stranger: a case',
    () =>
      shipped()
        .waits(12 * DAY)
        .event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 13 * DAY), 'S1'),
    [ITEM, 'D08 4 case'],
  ],
  [
    'a verification at a stranger is enough',
    () =>
      shipped()
        .waits(12 * DAY)
        .asks(OTHER_PHARMACY, 'verify', 'S1', 13 * DAY),
    [ITEM, 'D08 4 case'],
  ],
  [
    'before it is overdue nobody watches its packs',
    () =>
      shipped()
        .asks(OTHER_PHARMACY, 'verify', 'S1', 5 * DAY)
        .waits(6 * DAY),
    [],
  ],
])('%s', (_name, happens, expected) => {
  expect(happens().standingOf('D08')).toEqual(expected);
});

test('who records hardly any receipt gets one item a week', () => {
  const all = Array.from({ length: 12 }, (_, n) => `P${n}`);
  const story = new Story().delivered(WHOLESALER, ...all);
  all.forEach((serial, n) => {
    story.event(WHOLESALER, says(WHOLESALER, 'ship', 10 + n, { to: PHARMACY.gln }), serial);
  });
  const items = story.waits(20 * DAY).standingOf('D08');
  expect(items.length).toBeLessThan(6);
  expect(items.length).toBeGreaterThan(1);
});
