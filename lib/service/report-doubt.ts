import { randomBytes } from 'node:crypto';
import { doubtFindings, type PublicDoubt } from '../anomaly/public-doubt.ts';
import { judgeForPublic } from '../custody/public/judge-for-public.ts';
import { hexOf } from '../kernel/bytes.ts';
import { momentOf } from '../kernel/instant.ts';
import { loadPublicFacts } from '../store/load-public-facts.ts';
import { type ReportPhoto, savePublicReport } from '../store/public-reports.ts';
import type { PublicRequest } from './check-for-public.ts';

/** What somebody says of a pack that they doubt. */
export interface Doubt {
  /** ISO 3166-1 alpha-2: where the pack was got. */
  readonly country: string;
  readonly words: string;
  /** Without metadata: see lib/http/photo. */
  readonly photo: ReportPhoto | undefined;
}

const ID_BYTES = 16;

/** How long a photo is kept: a case is looked into within this time, or never. */
const PHOTO_DAYS = 180;
const DAY_MS = 86_400_000;

/**
 * Keeps a doubt of the public and makes it a finding for the regulator of the country and for the holder of the product. Whoever
 * reports learns nothing but that it was kept.
 */
export async function reportDoubt(request: PublicRequest, { country, words, photo }: Doubt): Promise<void> {
  const { gtin, serial, lot, expiry, at } = request;
  const { facts } = await loadPublicFacts(request);
  const doubt: PublicDoubt = {
    ...{ id: hexOf(randomBytes(ID_BYTES)), at, gtin, serial, lot, country, words },
    hasPhoto: photo !== undefined,
    answer: judgeForPublic(request, facts),
    product: facts.product,
  };
  const kept = photo && { ...photo, until: momentOf(at + PHOTO_DAYS * DAY_MS) };
  await savePublicReport({ ...doubt, expiry: expiry?.printed, photo: kept }, doubtFindings(doubt));
}
