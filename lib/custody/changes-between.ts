import type { EntryChange, EntryEffect, PackEntry } from './pack-entry.ts';

/** What is to be rewritten where entries stood as `stored` and now stand as `now` with `effects`, index by index. */
export function changesBetween(
  stored: readonly PackEntry[],
  now: readonly PackEntry[],
  effects: readonly EntryEffect[],
): readonly EntryChange[] {
  return stored.flatMap((old, index) => {
    const effect = effects[index] ?? old.effect;
    const takesPlaceOf = now[index]?.takesPlaceOf;
    const isSame = effect === old.effect && takesPlaceOf === old.takesPlaceOf;
    return isSame ? [] : [{ event: old.claim.event, effect, takesPlaceOf }];
  });
}
