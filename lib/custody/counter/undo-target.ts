import type { Deed, PackState } from '../pack-state.ts';
import { lockIn } from '../reach.ts';
import type { CounterFacts } from './counter-facts.ts';
import { packStanding } from './pack-standing.ts';

/**
 * What an undo takes back, and how it is said (custody.md 1): by an error declaration of one's own event, or, for a
 * theft and a lock, by a statement that lifts the event.
 */
export interface UndoTarget {
  readonly means: 'error-declaration' | 'lift';
  readonly deed: Deed;
  /** The pack as the asker's site has it once that is taken back. */
  readonly after: PackState;
}

/** The one step that a wish for `active` is about; `undefined` where there is none that could ever be taken back. */
export function undoTarget(facts: CounterFacts): UndoTarget | undefined {
  const { pack } = facts;
  const standing = packStanding(facts);
  const foreign = pack?.foreignSupply;
  if (pack === undefined || standing === 'unknown' || standing === 'destroyed') return undefined;
  if (standing === 'active' && foreign?.by !== facts.party.gln) return lockTarget(pack, facts);

  const means = standing === 'stolen' ? 'lift' : 'error-declaration';
  if (foreign && pack.status !== 'supplied' && (standing === 'active' || standing === 'supplied')) {
    return { means, deed: foreign, after: { ...pack, foreignSupply: undefined } };
  }
  return (
    pack.terminal && { means, deed: pack.terminal, after: { ...pack, status: 'active', terminal: undefined } }
  );
}

/** One's own lock before another's. */
function lockTarget(pack: PackState, { party, siteCountry }: CounterFacts): UndoTarget | undefined {
  const locks = pack.locked ? [pack.locked, ...pack.otherLocks] : [];
  const deed = locks.find((lock) => lock.by === party.gln) ?? lockIn(pack, siteCountry);
  if (deed === undefined) return undefined;
  const [locked, ...otherLocks] = locks.filter((lock) => lock !== deed);
  return { means: 'lift', deed, after: { ...pack, locked, otherLocks } };
}
