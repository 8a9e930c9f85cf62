import type { BatchState, Recall } from './batch-state.ts';

/** The first recall that reaches a site in `country` (custody.md 1: an empty reach is every country). */
export const recallIn = (batch: BatchState | undefined, country: string): Recall | undefined =>
  batch?.recalls.find(({ reach }) => reach.length === 0 || reach.includes(country));
