import { expect, test } from 'vitest';
import { momentOf } from '../kernel/instant.ts';
import { blockTime } from './block-time.ts';

const NOON = Date.UTC(2026, 10, 20, 12);

interface Case {
  readonly ours: number;
  readonly took?: number;
  readonly databases?: number;
  readonly last?: number;
}

const timeWith = ({ ours, took = 0, databases = ours, last = 0 }: Case) =>
  blockTime({
    askedAt: NOON + ours,
    answeredAt: NOON + ours + took,
    databaseTime: momentOf(NOON + databases),
    lastTimeMs: BigInt(NOON + last),
  });

test.each([
  ['our clock is ahead of the latest block', { ours: 100 }, 100],
  ['our clock is as far behind as a correction takes it', { ours: 0, last: 5_000 }, 5_000],
  ['the database is two seconds ahead', { ours: 0, databases: 2_000 }, 0],
  ['the database is two seconds behind', { ours: 0, databases: -2_000 }, 0],
  [
    'the database answered late, whenever it read its clock',
    { ours: 0, took: 1_900, databases: -100 },
    1_900,
  ],
])('a block is sealed where %s, and never before the last', (_name, clocks, want) => {
  expect(timeWith(clocks)).toEqual({ ok: true, value: NOON + want });
});

test.each([
  ['clock/behind-the-log', 5_001, { ours: 0, last: 5_001 }],
  ['clock/behind-the-log', 3_600_000, { ours: -3_600_000 }],
  ['clock/not-the-databases', 2_001, { ours: 0, databases: 2_001 }],
  ['clock/not-the-databases', 2_001, { ours: 0, databases: -2_001 }],
])('no block is sealed with %s by %i ms', (code, byMs, clocks) => {
  expect(timeWith(clocks)).toEqual({ ok: false, error: { code, byMs } });
});
