import { expect, test } from 'vitest';
import { linePath, sparkPoints } from './sparkline.ts';

const GROWTH = [
  { at: '2026-11-01T00:00:00Z', size: '0' },
  { at: '2026-11-02T00:00:00Z', size: '50' },
  { at: '2026-11-05T00:00:00Z', size: '100' },
];

test('time runs to the right in its own measure, growth upwards from zero', () => {
  expect(sparkPoints(GROWTH, 400, 100)).toEqual([
    { x: 0, y: 100 },
    { x: 100, y: 50 },
    { x: 400, y: 0 },
  ]);
});

test('a single point, or a log that has not grown, is drawn without a division by zero', () => {
  expect(sparkPoints(GROWTH.slice(0, 1), 400, 100)).toEqual([{ x: 0, y: 100 }]);
  expect(sparkPoints([], 400, 100)).toEqual([]);
});

test('the path visits every point once', () => {
  expect(linePath(sparkPoints(GROWTH, 400, 100))).toBe('M0 100L100 50L400 0');
});
