import { err, ok, type Result } from '../kernel/result.ts';
import { firstOutsideCset82 } from './cset82.ts';
import { GREATEST_GUESS_CHANCE, guessChance, type SerialPolicy } from './guess-chance.ts';
import type { Serial } from './serial.ts';
import { parseSerial } from './serial.ts';

/** Why no serial numbers can be made under a policy. `at` counts characters of the alphabet from 0. */
export type SerialPolicyError =
  | { readonly code: 'serial-policy/alphabet-character'; readonly at: number }
  | { readonly code: 'serial-policy/alphabet-size'; readonly at: number }
  | { readonly code: 'serial-policy/length'; readonly at: number; readonly length: number }
  | { readonly code: 'serial-policy/guessable'; readonly at: number; readonly chance: number };

/** Fills a fresh array of `length` bytes from a cryptographic source. */
export type RandomBytes = (length: number) => Uint8Array;

/**
 * Makes `count` different serial numbers, every one of the policy's strings being equally likely, none of them
 * in `taken`. Refuses a policy that makes a guess succeed once in ten thousand tries or oftener; throws where
 * `randomBytes` is no random source.
 */
export function randomSerials(
  count: number,
  policy: SerialPolicy,
  randomBytes: RandomBytes,
  taken: ReadonlySet<string> = new Set(),
): Result<readonly Serial[], SerialPolicyError> {
  const fault = serialPolicyFault(policy, count + taken.size);
  if (fault) return err(fault);
  const draw = drawFrom(policy.alphabet, randomBytes);
  const serials = new Set<Serial>();
  for (let drawn = 0; serials.size < count; drawn++) {
    if (drawn > 2 * count + 100) throw new Error('random-serials: the source of random bytes repeats itself');
    let text = '';
    while (text.length < policy.length) text += draw();
    const serial = parseSerial(text);
    if (serial.ok && !taken.has(text)) serials.add(serial.value);
  }
  return ok([...serials]);
}

/** What is wrong with a policy where `inUse` serial numbers of its product are in use; `undefined` where nothing is. */
export function serialPolicyFault(
  { alphabet, length }: SerialPolicy,
  inUse: number,
): SerialPolicyError | undefined {
  const foreign = firstOutsideCset82(alphabet);
  if (foreign !== -1) return { code: 'serial-policy/alphabet-character', at: foreign };
  const different = new Set(alphabet).size;
  if (different < 2 || different !== alphabet.length) {
    return { code: 'serial-policy/alphabet-size', at: different };
  }
  if (!Number.isInteger(length) || length < 1 || length > 20) {
    return { code: 'serial-policy/length', at: 0, length };
  }
  const chance = guessChance({ alphabet, length }, inUse);
  return chance >= GREATEST_GUESS_CHANCE ? { code: 'serial-policy/guessable', at: 0, chance } : undefined;
}

/**
 * Draws characters without bias: bytes at or above the greatest multiple of the alphabet's size are thrown
 * away, for the remainder would favour the first characters.
 */
function drawFrom(alphabet: string, randomBytes: RandomBytes): () => string {
  const limit = 256 - (256 % alphabet.length);
  let pool = new Uint8Array(0);
  let at = 0;
  return () => {
    for (;;) {
      if (at === pool.length) {
        pool = Uint8Array.from(randomBytes(4096));
        at = 0;
      }
      const byte = pool[at++] ?? limit;
      if (byte < limit) return alphabet[byte % alphabet.length] ?? '';
    }
  };
}
