import { countScans } from '../store/count-scans.ts';
import { type Running, startLoop } from './loop.ts';

/** Trends are looked at by the day. */
const POLL_MS = 2_000;
const ENTRIES_AT_ONCE = 2_000;

/** Counts scans for the trends from now on, in this process, until stopped. Safe beside others of its kind. */
export const startTrends = async (): Promise<Running> =>
  startLoop('trends', async () => ({
    pauseMs: (await countScans(ENTRIES_AT_ONCE)) === ENTRIES_AT_ONCE ? 0 : POLL_MS,
  }));
