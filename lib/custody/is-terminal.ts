import type { PackStatus } from './pack-state.ts';

/** custody.md 1: supplied, destroyed, exported, sample, free-sample, stolen. Locked is not terminal. */
export const isTerminal = (status: PackStatus): status is FinalStatus =>
  status !== 'unknown' && status !== 'active';

export type FinalStatus = Exclude<PackStatus, 'unknown' | 'active'>;
