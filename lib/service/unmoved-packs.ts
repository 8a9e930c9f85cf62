import type { Decision } from '../custody/decision.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import { NOT_TOLD, type UnmovedCode } from '../custody/unmoved-code.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import { loadToldPacks } from '../store/told-packs.ts';
import { loadUnappliedPacks, type UnappliedPack } from '../store/unapplied-packs.ts';
import type { UnmovedPack } from './movement.ts';

/** The packs on which an event has no effect, by the decision that was just made. Not to be told as they are: {@link toldUnmoved}. */
export const unmovedBy = ({ packs }: Extract<Decision, { kind: 'recorded' }>): readonly UnappliedPack[] =>
  [...packs].flatMap(([uri, { effect, breaches }]) => {
    const [worst] = breaches;
    return effect === 'applied' || !worst ? [] : [{ uri, code: worst.code }];
  });

/** The same of an event that is recorded, now or before. */
export async function unmovedPacks(
  scope: OrgScope,
  ref: EventRef,
  decision: Extract<Decision, { kind: 'recorded' }> | undefined,
): Promise<readonly UnmovedPack[]> {
  return toldUnmoved(scope, decision ? unmovedBy(decision) : await loadUnappliedPacks(scope, ref));
}

/**
 * Packs as their mover may be told of them: the reason for those it has to do with, and one and the same for all others, so that nobody
 * learns by naming serial numbers which of them exist (custody.md 6).
 */
export async function toldUnmoved(
  scope: OrgScope,
  packs: readonly UnappliedPack[],
): Promise<readonly UnmovedPack[]> {
  const told = await loadToldPacks(
    scope,
    packs.map(({ uri }) => uri),
  );
  return packs.flatMap(({ uri, code }) => named(uri, told.has(uri) ? code : NOT_TOLD));
}

function named(uri: string, code: UnmovedCode): readonly UnmovedPack[] {
  const pack = sgtinOf(uri);
  return pack ? [{ ...pack, code }] : [];
}
