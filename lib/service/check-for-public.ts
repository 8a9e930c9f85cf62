import { randomBytes } from 'node:crypto';
import { judgeForPublic, type PublicAnswer, type PublicFacts } from '../custody/public/judge-for-public.ts';
import { commitObservation } from '../evidence/observation-commitment.ts';
import type { Expiry } from '../gs1/expiry.ts';
import { hexOf } from '../kernel/bytes.ts';
import { type Instant, instantText } from '../kernel/instant.ts';
import { loadPublicFacts, type PublicKey } from '../store/load-public-facts.ts';
import { type PublicObservation, savePublicObservation } from '../store/save-public-observation.ts';

/** What somebody read from a pack, and how. */
export interface PublicRequest extends PublicKey {
  readonly expiry: Expiry | undefined;
  readonly entryMode: 'scan' | 'manual';
  readonly at: Instant;
}

/** The answer of the public check as it travels. Where it is `not-confirmed`, the rest is null. */
export interface PublicCheckBody {
  readonly answer: PublicAnswer;
  /** What the pack should say it is, to be compared with what it says. */
  readonly product: { readonly gtin: string; readonly name: string } | null;
  /** The maker's statement that it made the pack: where the log proves that it was recorded, and when it says it was. */
  readonly proof: { readonly event: string; readonly eventTime: string } | null;
}

const ID_BYTES = 16;
const SALT_BYTES = 32;

/**
 * Answers whoever holds a pack (custody.md 6). Before it is answered the check is kept as an observation of public origin, which the
 * log commits to. The same statements run whatever is known, and where batch and expiry do not agree with the record the answer is
 * the same to the byte.
 */
export async function checkForPublic(request: PublicRequest): Promise<PublicCheckBody> {
  const { facts, commissioningShown } = await loadPublicFacts(request);
  const answer = judgeForPublic(request, facts);
  await keep(request, answer);
  if (answer === 'not-confirmed') return { answer, product: null, proof: null };
  const { product } = facts;
  return {
    answer,
    product: product ? { gtin: product.gtin, name: product.name } : null,
    proof: commissioningShown ? proofOf(facts) : null,
  };
}

function proofOf({ pack }: PublicFacts): PublicCheckBody['proof'] {
  const made = pack?.commissioned;
  return made ? { event: made.event, eventTime: instantText(made.at) } : null;
}

async function keep(request: PublicRequest, answer: PublicAnswer): Promise<void> {
  const { gtin, serial, lot, expiry, entryMode, at } = request;
  const id = hexOf(randomBytes(ID_BYTES));
  const seen: PublicObservation = { id, at, entryMode, gtin, serial, lot, expiry: expiry?.printed, answer };
  const salt = randomBytes(SALT_BYTES);
  const commitment = commitObservation(salt, {
    ...{ id, at: instantText(at), organisation: null, operation: 'public-check', entryMode, gtin, answer },
    ...{ serial: serial ?? null, lot: lot ?? null, expiry: expiry?.printed ?? null },
  });
  await savePublicObservation(seen, { salt, commitment });
}
