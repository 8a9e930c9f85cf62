import { expect, test } from 'vitest';
import { timeGapText } from './time-gap.ts';

const SAID = '2026-11-20T10:00:00Z';

test('a record made at once has nothing to add', () => {
  expect(timeGapText(SAID, '2026-11-20T10:00:41Z')).toBeUndefined();
});

test('a late record says by how much', () => {
  expect(timeGapText(SAID, '2026-11-23T10:00:00Z')).toBe('recorded 3 days later');
});

test('an event said to lie in the future says so', () => {
  expect(timeGapText(SAID, '2026-11-20T09:30:00Z')).toBe('said to be 30 min ahead of its recording');
});
