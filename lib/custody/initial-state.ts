import type { PackState } from './pack-state.ts';

/** The state of a pack or container of which nothing is recorded. */
export const INITIAL_STATE: PackState = {
  status: 'unknown',
  place: { kind: 'nowhere' },
  lot: undefined,
  expiry: undefined,
  commissioned: undefined,
  terminal: undefined,
  foreignSupply: undefined,
  locked: undefined,
  otherLocks: [],
  disputed: false,
  lastAppliedAt: undefined,
  latestAt: undefined,
  awaited: [],
};
