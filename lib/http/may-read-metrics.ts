import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '../env.ts';
import { isLocalRequest } from './local-request.ts';

/**
 * Who may read the metrics: whoever asks on this machine itself and, where `VIALOG_METRICS_TOKEN` is set, whoever sends it as
 * `Authorization: Bearer` from anywhere.
 */
export function mayReadMetrics(request: Pick<Request, 'headers' | 'url'>): boolean {
  const { metricsToken } = env();
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (bearer !== undefined && metricsToken !== undefined) return isSame(bearer, metricsToken);
  return isLocalRequest(request);
}

/** Hashes are compared, so that neither the length nor the beginning of the token can be measured. */
const isSame = (given: string, token: string): boolean => timingSafeEqual(sha256(given), sha256(token));

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();
