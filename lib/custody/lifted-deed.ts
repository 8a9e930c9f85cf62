import type { Claim } from './claim.ts';
import type { Deed, PackState } from './pack-state.ts';

/** The lock or the theft report that a lift names, where it stands. */
export function liftedDeed({ lifts }: Claim, state: PackState): Deed | undefined {
  if (lifts === undefined) return undefined;
  const theft = state.status === 'stolen' ? state.terminal : undefined;
  return [theft, state.locked, ...state.otherLocks].find((deed) => deed?.event === lifts);
}
