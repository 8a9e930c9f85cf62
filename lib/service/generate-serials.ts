import { randomBytes } from 'node:crypto';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { guessChance, type SerialPolicy } from '../gs1/guess-chance.ts';
import { randomSerials, type SerialPolicyError } from '../gs1/random-serials.ts';
import type { Serial } from '../gs1/serial.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { loadTakenSerials } from '../store/taken-serials.ts';
import { type CommissionError, mayCommission } from './may-commission.ts';

/** New serial numbers, and the chance that one guess hits one of them. */
export interface GeneratedSerials {
  readonly serials: readonly Serial[];
  readonly guessChance: number;
}

export type GenerateError =
  | CommissionError
  | SerialPolicyError
  | { readonly code: 'serials/count'; readonly most: number };

const MOST_SERIALS = 100_000;

/** Makes serial numbers at random as the product wants them, none of which the register holds. Nothing is stored. */
export async function generateSerials(
  scope: OrgScope,
  gtin: Gtin,
  count: number,
): Promise<Result<GeneratedSerials, GenerateError>> {
  if (!Number.isInteger(count) || count < 1 || count > MOST_SERIALS)
    return err({ code: 'serials/count', most: MOST_SERIALS });
  const product = await mayCommission(scope, gtin);
  if (!product.ok) return product;
  const policy = { alphabet: product.value.serialAlphabet, length: product.value.serialLength };
  const drawn = await freeSerials(scope, gtin, { count, policy });
  return drawn.ok ? ok({ serials: drawn.value, guessChance: guessChance(policy, count) }) : drawn;
}

/** Draws until there are enough; what is taken is drawn anew. */
async function freeSerials(
  scope: OrgScope,
  gtin: Gtin,
  { count, policy }: { readonly count: number; readonly policy: SerialPolicy },
): Promise<Result<readonly Serial[], SerialPolicyError>> {
  const free: Serial[] = [];
  const drawn = new Set<string>();
  while (free.length < count) {
    const serials = randomSerials(count - free.length, policy, randomBytes, drawn);
    if (!serials.ok) return serials;
    const taken = await loadTakenSerials(scope, gtin, serials.value);
    for (const serial of serials.value) drawn.add(serial);
    free.push(...serials.value.filter((serial) => !taken.has(serial)));
  }
  return ok(free);
}
