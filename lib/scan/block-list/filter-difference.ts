import { err, ok, type Result } from '../../kernel/result.ts';
import { decodeSortedNumbers, encodeSortedNumbers } from './sorted-numbers-code.ts';

/** What turns one sorted list of numbers into another: the numbers that come, and those that go, coded. */
export interface FilterDifference {
  readonly added: Uint8Array;
  readonly removed: Uint8Array;
}

/** A difference does not belong to the list it is applied to. */
export type DifferenceError =
  | { readonly code: 'block-list/malformed' }
  | { readonly code: 'block-list/other-base' };

/** The difference from one list to the next. */
export function differenceBetween(before: readonly number[], after: readonly number[]): FilterDifference {
  const [had, has] = [new Set(before), new Set(after)];
  return {
    added: encodeSortedNumbers(after.filter((number) => !had.has(number))),
    removed: encodeSortedNumbers(before.filter((number) => !has.has(number))),
  };
}

/** The list that a difference leads to. What comes must not be there yet, and what goes must be. */
export function withDifference(
  before: readonly number[],
  { added, removed }: FilterDifference,
): Result<readonly number[], DifferenceError> {
  const [come, go] = [decodeSortedNumbers(added), decodeSortedNumbers(removed)];
  if (!come.ok) return come;
  if (!go.ok) return go;
  const had = new Set(before);
  const fits = come.value.every((number) => !had.has(number)) && go.value.every((number) => had.has(number));
  if (!fits) return err({ code: 'block-list/other-base' });
  const gone = new Set(go.value);
  const kept = before.filter((number) => !gone.has(number));
  return ok([...kept, ...come.value].sort((a, b) => a - b));
}
