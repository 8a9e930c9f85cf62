import { base64Of } from '../../lib/kernel/base64.ts';
import type { BlockList } from '../../lib/scan/block-list/block-list.ts';
import { formatHead } from '../../lib/scan/block-list/block-list-head.ts';
import { encodeSortedNumbers } from '../../lib/scan/block-list/sorted-numbers-code.ts';
import type { KeptList } from './device-store.ts';

/** A list as the device keeps it: whole, however it came, with what signs it. */
export const keptListOf = (
  { head, filter, lists }: BlockList,
  signed: Pick<KeptList, 'vkey' | 'note'>,
): KeptList => ({
  ...signed,
  update: {
    head: formatHead(head),
    filter: { kind: 'whole', numbers: base64Of(encodeSortedNumbers(filter.numbers)) },
    lists,
  },
});
