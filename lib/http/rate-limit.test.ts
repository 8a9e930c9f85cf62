import { expect, test } from 'vitest';
import { RateLimit } from './rate-limit.ts';

test('lets a burst through, then one for each that has been refilled', () => {
  const limit = new RateLimit({ perMinute: 60, burst: 3 });
  expect([0, 0, 0].map((at) => limit.take('a', at))).toEqual([0, 0, 0]);
  expect(limit.take('a', 0)).toBeCloseTo(1);
  expect(limit.take('a', 500)).toBeCloseTo(0.5);
  expect(limit.take('a', 1_000)).toBe(0);
  expect(limit.take('a', 1_000)).toBeCloseTo(1);
});

test('a refused request costs nothing: who waits as long as told is let through', () => {
  const limit = new RateLimit({ perMinute: 6, burst: 1 });
  limit.take('a', 0);
  for (let n = 0; n < 100; n++) limit.take('a', 1);
  const wait = limit.take('a', 1);
  expect(limit.take('a', 1 + wait * 1_000)).toBe(0);
});

test('subjects do not share, and asking how long takes nothing', () => {
  const limit = new RateLimit({ perMinute: 1, burst: 1 });
  expect(limit.wait('a', 0)).toBe(0);
  expect(limit.take('a', 0)).toBe(0);
  expect(limit.wait('a', 0)).toBeCloseTo(60);
  expect(limit.take('b', 0)).toBe(0);
});

test('a clock that goes back gives nothing and takes nothing', () => {
  const limit = new RateLimit({ perMinute: 60, burst: 2 });
  limit.take('a', 10_000);
  expect(limit.take('a', 0)).toBe(0);
  expect(limit.take('a', 0)).toBeGreaterThan(0);
});

test('a hundred thousand other subjects make it forget the longest idle one, and no more', () => {
  const limit = new RateLimit({ perMinute: 1, burst: 1 });
  limit.take('first', 0);
  limit.take('second', 0);
  for (let n = 0; n < 99_999; n++) limit.take(String(n), 0);
  expect(limit.wait('first', 0)).toBe(0);
  expect(limit.wait('second', 0)).toBeGreaterThan(0);
});
