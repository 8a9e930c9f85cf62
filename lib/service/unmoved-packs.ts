import type { Decision } from '../custody/decision.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import { loadUnappliedPacks } from '../store/unapplied-packs.ts';
import type { UnmovedPack } from './movement.ts';
import type { RecordedEvent } from './recorded-event.ts';

/** The packs on which an event has no effect, by the decision that was just made. */
export const unmovedBy = ({ packs }: Extract<Decision, { kind: 'recorded' }>): readonly UnmovedPack[] =>
  [...packs].flatMap(([uri, { effect, breaches }]) => {
    const [worst] = breaches;
    return effect === 'applied' || !worst ? [] : named(uri, worst.code);
  });

/** The same of an event that is recorded, now or before. */
export async function unmovedPacks(
  scope: OrgScope,
  { ref, decision }: Pick<RecordedEvent, 'ref' | 'decision'>,
): Promise<readonly UnmovedPack[]> {
  if (decision) return unmovedBy(decision);
  return (await loadUnappliedPacks(scope, ref)).flatMap(({ uri, code }) => named(uri, code));
}

function named(uri: string, code: UnmovedPack['code']): readonly UnmovedPack[] {
  const pack = sgtinOf(uri);
  return pack ? [{ ...pack, code }] : [];
}
