import type { FindingText } from './finding.ts';
import type { Names } from './names.ts';
import type { Presentation } from './presentation.ts';
import { isOnward, type UnfitKind } from './unfit-moves.ts';

/** A pack that is locked while somebody looks into it (D14: flagged). That it is shown is what the lock waits for. */
export const LOCKED: UnfitKind = {
  detector: 'D14',
  about: 'suspicion',
  code: 'pack/locked',
  wasUnfit: () => false,
  severity(shown) {
    if (!isOnward(shown)) return 2;
    return shown.event === undefined ? 3 : 4;
  },
  why: () => 'it is locked while somebody looks into it',
  tell: textOf,
};

function textOf(shown: Presentation, names: Names): Omit<FindingText, 'observed'> {
  const where = names.site(shown.site);
  const stopped = shown.event === undefined;
  return {
    title: isOnward(shown)
      ? `${stopped ? 'A locked pack was to be passed on' : 'A locked pack was passed on'} at ${where}`
      : `A locked pack is at ${where}`,
    expected: 'A locked pack stays where it is until who locked it, or a regulator, lifts the lock.',
    innocent: [
      {
        cause: 'The lock was not known yet at this place',
        tested: stopped
          ? 'The counter named it in its answer.'
          : 'It was in force when the step was recorded.',
      },
      { cause: 'The lock stands by mistake', tested: 'It has not been lifted.' },
    ],
    clears: 'The lock is lifted.',
    action: `The pack that is looked for is at ${where}: tell who locked it.`,
  };
}
