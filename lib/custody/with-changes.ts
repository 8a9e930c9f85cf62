import type { EntryChange, PackEntry } from './pack-entry.ts';

/** A history after the changes that recording one more statement made to it. */
export function withChanges(
  history: readonly PackEntry[],
  changes: readonly EntryChange[],
): readonly PackEntry[] {
  if (changes.length === 0) return history;
  const changed = new Map(changes.map((change) => [change.event, change]));
  return history.map((entry) => {
    const change = changed.get(entry.claim.event);
    return change ? { ...entry, effect: change.effect, takesPlaceOf: change.takesPlaceOf } : entry;
  });
}
