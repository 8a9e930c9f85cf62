import type { BatchState, Recall } from './batch-state.ts';
import type { Claim } from './claim.ts';

/** Does the statement take back a recall: by lifting it, or by declaring it in error? */
export const takesBackARecall = (claim: Claim): boolean =>
  claim.act === 'lift' || (claim.act === 'recall' && claim.corrects !== undefined);

/** The recall that it takes back, where it stands. */
export function recallTakenBack(claim: Claim, batch: BatchState | undefined): Recall | undefined {
  if (!takesBackARecall(claim)) return undefined;
  const event = claim.corrects ?? claim.lifts;
  return batch?.recalls.find((recall) => recall.event === event);
}
