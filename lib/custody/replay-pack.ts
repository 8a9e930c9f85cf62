import type { Claim } from './claim.ts';
import { INITIAL_STATE } from './initial-state.ts';
import type { PackContext } from './pack-context.ts';
import type { PackEntry } from './pack-entry.ts';
import type { PackState } from './pack-state.ts';
import { recordOnPack } from './record-on-pack.ts';
import { withChanges } from './with-changes.ts';

/**
 * Everything that was ever said of one pack, recorded again from nothing in log order. `contextOf` gives what was known
 * when a statement was recorded (undo limits ask for the recalls of that day). Ends in the state that recording one
 * by one has led to.
 */
export function replayPack(
  item: string,
  claims: readonly Claim[],
  contextOf: (claim: Claim, state: PackState) => PackContext,
): { readonly state: PackState; readonly entries: readonly PackEntry[] } {
  let state = INITIAL_STATE;
  let entries: readonly PackEntry[] = [];
  for (const claim of claims) {
    const outcome = recordOnPack(item, { state, history: entries }, claim, contextOf(claim, state));
    const entry: PackEntry = { claim, effect: outcome.effect, takesPlaceOf: outcome.takesPlaceOf };
    entries = [...withChanges(entries, outcome.changed), entry];
    state = outcome.next;
  }
  return { state, entries };
}
