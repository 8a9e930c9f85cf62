import type { Names } from './names.ts';
import type { Presentation } from './presentation.ts';

/** `Pharmacy A (Cork, Ireland) recorded the supply of …`, without a full stop. */
export function deedText(shown: Presentation, names: Names): string {
  const site = names.site(shown.site);
  const packs = names.packs(shown.packs);
  if (shown.event !== undefined) return `${site} recorded ${NOUNS[shown.deed]} of ${packs}`;
  return shown.deed === 'verify'
    ? `${site} verified ${packs}`
    : `${site} asked for ${NOUNS[shown.deed]} of ${packs}, and the counter did not allow it`;
}

/** What was done, as a noun. */
const NOUNS: Readonly<Record<Presentation['deed'], string>> = {
  commission: 'the commissioning',
  supply: 'the supply',
  destroy: 'the destruction',
  export: 'the export',
  sample: 'the taking as a sample',
  'free-sample': 'the giving away as a free sample',
  steal: 'the theft',
  lock: 'the locking',
  lift: 'the undoing',
  recall: 'the recall',
  ship: 'the shipping',
  'return-ship': 'the return',
  'void-shipping': 'the taking back from shipping',
  receive: 'the receipt',
  pack: 'the packing',
  unpack: 'the unpacking',
  close: 'the closing of a container',
  open: 'the opening of a container',
  observe: 'an observation',
  verify: 'a verification',
};
