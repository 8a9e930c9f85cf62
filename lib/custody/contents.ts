import { changesBetween } from './changes-between.ts';
import type { Claim } from './claim.ts';
import type { ContentOutcome } from './decision.ts';
import { type Folded, foldPack } from './fold-pack.ts';
import type { Content, PackContext } from './pack-context.ts';
import type { PackEntry } from './pack-entry.ts';
import type { EventRef } from './pack-state.ts';
import type { PastSurroundings } from './surroundings.ts';
import { unsettled } from './unsettled.ts';

/** The events about what was inside that would no longer hold, were the container’s history `after` and not `before`. */
export function unsettledInside(
  container: string,
  before: readonly PackEntry[],
  after: readonly PackEntry[],
  claim: Claim,
  context: PackContext,
): readonly EventRef[] {
  const { contents, past } = context;
  if (!contents || contents.length === 0 || !past) return [];
  const was = past.replaced(container, before);
  const is = past.replaced(container, after);
  return contents.flatMap((content) =>
    unsettled(content.history, foldedIn(content, was), foldedIn(content, is), claim),
  );
}

/** What is inside, folded anew now that the container’s history is `entries`; only what is no longer as it was. */
export function contentOutcomes(
  container: string,
  entries: readonly PackEntry[],
  { contents, past }: PackContext,
): readonly ContentOutcome[] {
  if (!contents || contents.length === 0 || !past) return [];
  const is = past.replaced(container, entries);
  return contents.map((content): ContentOutcome => {
    const { item, history } = content;
    const { state, effects, stays } = foldedIn(content, is);
    return { item, next: state, changed: changesBetween(history, history, effects), stays };
  });
}

const foldedIn = ({ item, history, context }: Content, around: PastSurroundings): Folded =>
  foldPack(item, history, { ...context, around });
