import type { PackEntry } from '../../custody/pack-entry.ts';
import type { FoldedObject } from './fold-objects.ts';
import { type FsckFault, faultAt } from './fsck-fault.ts';

/**
 * What each event is recorded to have done to the object, against the fold: what the fold weighs must have the effect that it gives, what
 * a declaration took out must have one that counts, and what takes another's place must have been named for it.
 */
export function effectFaults(
  realm: number,
  uri: string,
  { history, folded }: FoldedObject,
): readonly FsckFault[] {
  return history.flatMap((entry, at) => {
    const place = { table: 'event_object', row: `realm ${realm}, uri ${uri}, event ${entry.claim.event}` };
    const wrong = wrongEffect(history, entry, folded.effects[at]);
    return [
      ...(wrong === undefined ? [] : [faultAt(place, 'effect', 'effect', wrong)]),
      ...(standsRightly(history, entry)
        ? []
        : [faultAt(place, 'takes-place-of', 'takes_place_of', 'no declaration that counts says so')]),
    ];
  });
}

function wrongEffect(
  history: readonly PackEntry[],
  { claim, effect }: PackEntry,
  folded: PackEntry['effect'] | undefined,
): string | undefined {
  const takenOut = history.some((other) => counts(other) && other.claim.corrects === claim.event);
  if (takenOut !== (effect === 'corrected'))
    return takenOut ? 'a declaration took it out' : 'no declaration that counts took it out';
  return folded === effect ? undefined : `the fold makes it ${folded}`;
}

const counts = ({ claim, effect }: PackEntry): boolean =>
  claim.corrects !== undefined && effect === 'applied';

/** Of a declaration that counts, those of its correctives that its reporter recorded stand in the place of what it took out. */
function standsRightly(history: readonly PackEntry[], { claim, effect, takesPlaceOf }: PackEntry): boolean {
  const declared = history.filter(
    (other) =>
      counts(other) &&
      other.claim.correctives.includes(claim.event) &&
      other.claim.reporter === claim.reporter &&
      claim.corrects === undefined,
  );
  if (takesPlaceOf !== undefined) return declared.some((other) => other.claim.corrects === takesPlaceOf);
  const isIn = declared.some((other) =>
    history.some((original) => original.claim.event === other.claim.corrects),
  );
  return effect === 'corrected' || !isIn;
}
