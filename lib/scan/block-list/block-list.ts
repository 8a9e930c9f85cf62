import { parseBase64 } from '../../kernel/base64.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { type BlockFilter, filterOf } from './block-filter.ts';
import { type BlockListHead, filterHash, type HeadError, listsHash, parseHead } from './block-list-head.ts';
import type { ExactLists } from './exact-lists.ts';
import { type DifferenceError, withDifference } from './filter-difference.ts';
import { decodeSortedNumbers } from './sorted-numbers-code.ts';

/** A block list whose parts belong together. Whether its head is signed is for the caller to have seen. */
export interface BlockList {
  readonly head: BlockListHead;
  readonly filter: BlockFilter;
  readonly lists: ExactLists;
}

/** A list as it travels: whole, or as the difference to one that the device has. Bytes are in base64. */
export interface BlockListUpdate {
  /** The text that was signed. */
  readonly head: string;
  readonly filter:
    | { readonly kind: 'whole'; readonly numbers: string }
    | {
        readonly kind: 'difference';
        readonly from: number;
        readonly added: string;
        readonly removed: string;
      };
  /** Null where they are those the device has. */
  readonly lists: ExactLists | null;
}

export type UpdateError = HeadError | DifferenceError | { readonly code: 'block-list/other-content' };

/**
 * The list that an update leads to. Errors: `block-list/head`, `block-list/malformed`, `block-list/other-base` where it does not build on
 * `known`, `block-list/other-content` where the outcome is not what the head names.
 */
export function updatedList(
  known: BlockList | undefined,
  { head: text, filter, lists }: BlockListUpdate,
): Result<BlockList, UpdateError> {
  const head = parseHead(text);
  if (!head.ok) return head;
  const numbers = filter.kind === 'whole' ? wholeOf(filter.numbers) : changedOf(known, head.value, filter);
  if (!numbers.ok) return numbers;
  const exact = lists ?? known?.lists;
  if (!exact) return err({ code: 'block-list/other-base' });
  const { domain, salt } = head.value;
  const list: BlockList = {
    head: head.value,
    filter: filterOf({ domain, salt }, numbers.value),
    lists: exact,
  };
  const isNamed = filterHash(list.filter) === head.value.filter && listsHash(exact) === head.value.lists;
  return isNamed ? ok(list) : err({ code: 'block-list/other-content' });
}

const bytesOf = (text: string): Uint8Array => parseBase64(text) ?? new Uint8Array();

const wholeOf = (numbers: string) => decodeSortedNumbers(bytesOf(numbers));

function changedOf(
  known: BlockList | undefined,
  { domain, salt }: BlockListHead,
  { from, added, removed }: Extract<BlockListUpdate['filter'], { readonly kind: 'difference' }>,
): Result<readonly number[], UpdateError> {
  const isBase = known?.head.version === from && known.head.domain === domain && known.head.salt === salt;
  if (!isBase) return err({ code: 'block-list/other-base' });
  return withDifference(known.filter.numbers, { added: bytesOf(added), removed: bytesOf(removed) });
}
