import { assertNever } from '../kernel/assert-never.ts';
import type { Names } from './names.ts';
import type { Presentation } from './presentation.ts';

/** `Pharmacy A (Cork, Ireland) recorded the supply of …`, without a full stop. */
export function deedText(shown: Presentation, names: Names): string {
  const site = names.site(shown.site);
  const packs = names.packs(shown.packs);
  if (shown.event !== undefined) return `${site} recorded ${nounOf(shown.deed)} of ${packs}`;
  return shown.deed === 'verify'
    ? `${site} verified ${packs}`
    : `${site} asked for ${nounOf(shown.deed)} of ${packs}, and the counter did not allow it`;
}

function nounOf(deed: Presentation['deed']): string {
  switch (deed) {
    case 'commission':
      return 'the commissioning';
    case 'supply':
      return 'the supply';
    case 'destroy':
      return 'the destruction';
    case 'export':
      return 'the export';
    case 'sample':
      return 'the taking as a sample';
    case 'free-sample':
      return 'the giving away as a free sample';
    case 'steal':
      return 'the theft';
    case 'lock':
      return 'the locking';
    case 'lift':
      return 'the undoing';
    case 'recall':
      return 'the recall';
    case 'ship':
      return 'the shipping';
    case 'return-ship':
      return 'the return';
    case 'void-shipping':
      return 'the taking back from shipping';
    case 'receive':
      return 'the receipt';
    case 'observe':
      return 'an observation';
    case 'verify':
      return 'a verification';
    default:
      return assertNever(deed);
  }
}
