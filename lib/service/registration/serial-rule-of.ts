import type { OrgScope } from '../../custody/org-scope.ts';
import { GREATEST_GUESS_CHANCE, guessChance } from '../../gs1/guess-chance.ts';
import type { SerialRule } from '../../gs1/serial-rule.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { ProductRow } from '../../store/products.ts';
import { countPacks, loadReservedRanges } from '../../store/serial-policies.ts';

/** More serial numbers would make a guess succeed too often (Delegated Regulation (EU) 2016/161, article 4(c)). */
export interface GuessableError {
  readonly code: 'serial-policy/guessable';
  /** Of one guess, with all packs that the register knows and those that were to come. */
  readonly chance: number;
}

/** How serial numbers of a product must be: those that come from elsewhere only as far as its holder demands it. */
export async function serialRuleOf(scope: OrgScope, product: ProductRow): Promise<SerialRule> {
  const policy = { alphabet: product.serialAlphabet, length: product.serialLength };
  const reserved = await loadReservedRanges(scope, product.gtin);
  return { policy: product.serialsEnforced ? policy : undefined, reserved };
}

/** Whether so many more packs may have serial numbers of the product's policy. Errors: `serial-policy/guessable`. */
export async function mayAddSerials(
  scope: OrgScope,
  product: ProductRow,
  count: number,
): Promise<Result<void, GuessableError>> {
  const policy = { alphabet: product.serialAlphabet, length: product.serialLength };
  const chance = guessChance(policy, (await countPacks(scope, product.gtin)) + count);
  return chance < GREATEST_GUESS_CHANCE ? ok(undefined) : err({ code: 'serial-policy/guessable', chance });
}
