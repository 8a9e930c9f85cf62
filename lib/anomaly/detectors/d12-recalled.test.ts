import { expect, test } from 'vitest';
import type { BatchState } from '../../custody/batch-state.ts';
import {
  FRENCH_PHARMACY,
  OTHER_PHARMACY,
  PHARMACY,
  RECALLED,
  says,
  WHOLESALER,
} from '../../custody/claims-in-tests.ts';
import { Story } from '../story-in-tests.ts';

const recall = (more = {}): BatchState => ({
  ...RECALLED,
  recalls: RECALLED.recalls.map((one) => ({ ...one, ...more })),
});
const CLASS_ONE = recall({ recallClass: 'I' });
const FRANCE_ONLY = recall({ reach: ['FR'] });
const MOVED = 'D12 4 case';

function recalled(batch: BatchState = RECALLED): Story {
  const story = new Story().delivered(PHARMACY, 'S1', 'S2', 'S3');
  story.batch = batch;
  return story;
}

test.each<[string, () => Story, readonly string[]]>([
  [
    'supplied through the capture door',
    () => recalled().event(PHARMACY, says(PHARMACY, 'supply', 20), 'S1', 'S2'),
    [MOVED],
  ],
  ['class I', () => recalled(CLASS_ONE).event(PHARMACY, says(PHARMACY, 'supply', 20), 'S1'), ['D12 5 case']],
  [
    'shipped on',
    () => recalled().event(PHARMACY, says(PHARMACY, 'ship', 20, { to: OTHER_PHARMACY.gln }), 'S1', 'S2'),
    [MOVED],
  ],
  [
    'supplied by somebody who does not hold it, where no rule asks about the recall',
    () => recalled().event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 20), 'S1'),
    ['D09 2 data-quality', MOVED],
  ],
  ['a supply that the counter stopped', () => recalled().asks(PHARMACY, 'supply', 'S1', 20), [MOVED]],
  [
    'a stopped supply of class I',
    () => recalled(CLASS_ONE).asks(PHARMACY, 'supply', 'S1', 20),
    ['D12 5 case'],
  ],
  [
    'pack after pack on one day is one finding, and another day another',
    () =>
      recalled()
        .asks(PHARMACY, 'supply', 'S1', 20)
        .asks(PHARMACY, 'supply', 'S2', 21)
        .asks(PHARMACY, 'supply', 'S3', 50),
    [MOVED, MOVED],
  ],
  [
    'the shelf is checked pack by pack: one finding of low severity, class I or not',
    () => recalled(CLASS_ONE).asks(PHARMACY, 'verify', 'S1', 20).asks(PHARMACY, 'verify', 'S2', 90),
    ['D12 2 case'],
  ],
  [
    'innocent: sent back',
    () => recalled().event(PHARMACY, says(PHARMACY, 'return-ship', 20, { to: WHOLESALER.gln }), 'S1'),
    [],
  ],
  [
    'innocent: received back and destroyed',
    () =>
      recalled()
        .event(PHARMACY, says(PHARMACY, 'return-ship', 20, { to: WHOLESALER.gln }), 'S1')
        .event(WHOLESALER, says(WHOLESALER, 'receive', 21), 'S1')
        .event(WHOLESALER, says(WHOLESALER, 'destroy', 22), 'S1'),
    [],
  ],
  [
    'innocent: the recall does not reach this country',
    () => recalled(FRANCE_ONLY).event(PHARMACY, says(PHARMACY, 'supply', 20), 'S1'),
    [],
  ],
  [
    'the recall reaches this country only',
    () => recalled(FRANCE_ONLY).event(FRENCH_PHARMACY, says(FRENCH_PHARMACY, 'supply', 20), 'S1'),
    ['D09 2 data-quality', MOVED],
  ],
])('%s', (_name, happens, expected) => {
  expect(happens().standing).toEqual(expected);
});

test('what it says names the class and since when', () => {
  const { only } = recalled(CLASS_ONE).event(PHARMACY, says(PHARMACY, 'supply', 20), 'S1');
  expect(only.observed).toBe(
    'pharmacy 4 (City pharmacy 4, Germany) recorded the supply of Demo tablets 500 mg, serial S1 on 1 October 2026 at 20:00 UTC, ' +
      'although a class I recall of its batch, in force since 1 October 2026 at 01:00 UTC, reaches this place.',
  );
});
