import type { PackStatus } from './pack-state.ts';

/** custody.md 1: supplied, destroyed, exported, sample, free-sample, stolen. Locked is not terminal. */
export const isTerminal = (status: PackStatus): boolean => status !== 'unknown' && status !== 'active';
