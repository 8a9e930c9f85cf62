import type { OrgScope } from '../custody/org-scope.ts';
import type { PackRequest } from '../service/pack-request.ts';
import type { ApiError } from './api-error.ts';
import { clientAddress } from './client-address.ts';
import { RateLimit } from './rate-limit.ts';

/** A chain of pharmacies may stand behind one address. */
const perAddress = new RateLimit({ perMinute: 3_000, burst: 3_000 });
const perCaller = new RateLimit({ perMinute: 600, burst: 600 });
/** Counted per organisation: what one organisation asks must not keep the pack from the counter that holds it. */
const perPack = new RateLimit({ perMinute: 30, burst: 30 });
const perProduct = new RateLimit({ perMinute: 300, burst: 300 });
/** Answers that say no more than "not known" or "does not agree": more of them is guessing. */
const perMiss = new RateLimit({ perMinute: 60, burst: 60 });

/** Links of invitations cannot be guessed; whoever tries is told to wait. */
const perInvited = new RateLimit({ perMinute: 20, burst: 20 });

const limited = (retryAfterSeconds: number): ApiError | undefined =>
  retryAfterSeconds > 0 ? { code: 'rate/limited', retryAfterSeconds } : undefined;

/** Limits whoever sends from one address, before anybody is looked up. */
export const limitAddress = ({ headers }: Request, nowMs: number): ApiError | undefined =>
  limited(perAddress.take(clientAddress(headers), nowMs));

/** Limits who accepts invitations from one address. */
export const limitInvitation = (address: string, nowMs: number): ApiError | undefined =>
  limited(perInvited.take(address, nowMs));

/** Limits one key or one person. */
export const limitCaller = ({ actor }: OrgScope, nowMs: number): ApiError | undefined =>
  limited(perCaller.take(actor, nowMs));

/** Limits questions about one pack and one product, and everything asked by who has guessed too often. */
export function limitPack(
  { organisation, actor }: OrgScope,
  { gtin, serial }: PackRequest,
  nowMs: number,
): ApiError | undefined {
  return (
    limited(perMiss.wait(actor, nowMs)) ??
    limited(perPack.take(`${organisation}/${gtin}/${serial}`, nowMs)) ??
    limited(perProduct.take(`${actor}/${gtin}`, nowMs))
  );
}

/** Counts an answer that told nothing of the serial. */
export function countMiss({ actor }: OrgScope, nowMs: number): void {
  perMiss.take(actor, nowMs);
}
