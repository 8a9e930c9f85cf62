import type { FindingText } from './finding.ts';
import type { Names } from './names.ts';
import type { Presentation } from './presentation.ts';
import { isOnward, type UnfitKind } from './unfit-moves.ts';

/** A pack of a product that is withdrawn from the market it is in (D16). Where the counter stopped it, the stop has done its work. */
export const WITHDRAWN: UnfitKind = {
  detector: 'D16',
  code: 'product/withdrawn',
  wasUnfit: () => false,
  severity(shown) {
    if (!isOnward(shown)) return 1;
    return shown.event === undefined ? 2 : 4;
  },
  why: () => 'the product is withdrawn from this market',
  tell: textOf,
};

function textOf(shown: Presentation, names: Names): Omit<FindingText, 'observed'> {
  const where = names.site(shown.site);
  const stopped = shown.event === undefined;
  return {
    title: isOnward(shown)
      ? `${stopped ? 'A withdrawn product was to be passed on' : 'A withdrawn product was passed on'} at ${where}`
      : `${where} still has packs of a withdrawn product`,
    expected: 'What is withdrawn from a market is only returned or destroyed there.',
    innocent: [
      {
        cause: 'The withdrawal was not known yet at this place',
        tested: stopped ? 'The counter named it in its answer.' : 'It was in the register on that day.',
      },
      {
        cause: 'The withdrawal was entered for the wrong market',
        tested: 'Ask the holder of the product, who keeps its markets in the register.',
      },
    ],
    clears: 'The register is corrected, or the inspector is satisfied that the packs are kept aside.',
    action: stopped
      ? 'The counter stopped it. The place returns its packs of the product.'
      : 'Find out where these packs are now, and whether patients have received them.',
  };
}
