import type { Decision } from '../custody/decision.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import { NOT_TOLD, type UnmovedCode } from '../custody/unmoved-code.ts';
import { sgtinOf, ssccOf } from '../gs1/object-key.ts';
import { loadToldContainers } from '../store/told-containers.ts';
import { loadToldPacks } from '../store/told-packs.ts';
import { loadUnappliedPacks, type UnappliedPack } from '../store/unapplied-packs.ts';
import type { UnmovedContainer, UnmovedPack } from './movement.ts';

/** The packs and containers on which an event has no effect, by the decision that was just made. Not to be told as they are: {@link toldUnmoved}. */
export const unmovedBy = ({
  packs,
  containers,
}: Extract<Decision, { kind: 'recorded' }>): readonly UnappliedPack[] =>
  [...containers, ...packs].flatMap(([uri, { effect, breaches }]) => {
    const [worst] = breaches;
    return effect === 'applied' || !worst ? [] : [{ uri, code: worst.code }];
  });

/** The same of an event that is recorded, now or before. */
export async function unmovedOf(
  scope: OrgScope,
  ref: EventRef,
  decision: Extract<Decision, { kind: 'recorded' }> | undefined,
): Promise<Unmoved> {
  return toldUnmoved(scope, decision ? unmovedBy(decision) : await loadUnappliedPacks(scope, ref));
}

/** The packs of it alone. */
export const unmovedPacks = async (...event: Parameters<typeof unmovedOf>): Promise<readonly UnmovedPack[]> =>
  (await unmovedOf(...event)).packs;

/**
 * Packs as their mover may be told of them: the reason for those it has to do with, and one and the same for all others, so that nobody
 * learns by naming serial numbers which of them exist (custody.md 6).
 */
export async function toldUnmoved(scope: OrgScope, unapplied: readonly UnappliedPack[]): Promise<Unmoved> {
  const uris = unapplied.map(({ uri }) => uri);
  const told = new Set([
    ...(await loadToldPacks(scope, uris)),
    ...(await loadToldContainers(
      scope,
      uris.filter((uri) => ssccOf(uri)),
    )),
  ]);
  const coded = unapplied.map(({ uri, code }): { uri: string; code: UnmovedCode } => ({
    uri,
    code: told.has(uri) ? code : NOT_TOLD,
  }));
  return {
    packs: coded.flatMap(({ uri, code }) => packNamed(uri, code)),
    containers: coded.flatMap(({ uri, code }) => containerNamed(uri, code)),
  };
}

/** What did not move, told as far as its mover may know. */
export interface Unmoved {
  readonly packs: readonly UnmovedPack[];
  readonly containers: readonly UnmovedContainer[];
}

function packNamed(uri: string, code: UnmovedCode): readonly UnmovedPack[] {
  const pack = sgtinOf(uri);
  return pack ? [{ ...pack, code }] : [];
}

function containerNamed(uri: string, code: UnmovedCode): readonly UnmovedContainer[] {
  const sscc = ssccOf(uri);
  return sscc ? [{ sscc, code }] : [];
}
