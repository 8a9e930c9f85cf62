import { expect, test } from 'vitest';
import type { PulseData } from './frame-data.ts';
import { pulseText } from './pulse-text.ts';

const PULSE: PulseData = {
  size: '412345',
  signedAt: '2026-11-20T10:31:07Z',
  witnesses: { signed: 3, of: 3 },
  state: 'active',
};
const NOW = Date.parse('2026-11-20T10:31:19Z');

test('the pulse says how much the log holds, how fresh its head is and who signed it', () => {
  expect(pulseText(PULSE, NOW)).toBe('412,345 entries · witnessed 12 s ago · 3 of 3');
});

test('without witnesses it claims a signature and no witness', () => {
  expect(pulseText({ ...PULSE, witnesses: { signed: 0, of: 0 } }, NOW)).toBe(
    '412,345 entries · signed 12 s ago',
  );
});

test('before the browser has a clock no age is claimed', () => {
  expect(pulseText(PULSE, undefined)).toBe('412,345 entries');
});

test('a log that stands still says so before anything else', () => {
  expect(pulseText({ ...PULSE, state: 'halted' }, NOW)).toBe('the log is halted');
  expect(pulseText({ ...PULSE, state: 'frozen' }, NOW)).toBe('the log takes no new entries');
});

test('an empty log has no age', () => {
  expect(pulseText({ ...PULSE, size: '0', signedAt: null }, NOW)).toBe('no entries yet');
});
