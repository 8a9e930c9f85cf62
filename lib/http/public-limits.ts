import type { PublicRequest } from '../service/check-for-public.ts';
import type { ApiError } from './api-error.ts';
import { clientAddress } from './client-address.ts';
import { RateLimit } from './rate-limit.ts';

/** A whole village may stand behind the address of its telephone company. */
const perAddress = new RateLimit({ perMinute: 60, burst: 60 });
/** Whoever asks; a pack is in one hand at a time. */
const perPack = new RateLimit({ perMinute: 20, burst: 20 });
const perProduct = new RateLimit({ perMinute: 30, burst: 30 });
/** Nobody doubts more packs than these in an hour. */
const reportsPerAddress = new RateLimit({ perMinute: 0.1, burst: 5 });
const reportsPerPack = new RateLimit({ perMinute: 0.1, burst: 5 });

type Sent = Pick<Headers, 'get'>;
type Pack = Pick<PublicRequest, 'gtin' | 'serial' | 'lot' | 'at'>;

const limited = (retryAfterSeconds: number): ApiError | undefined =>
  retryAfterSeconds > 0 ? { code: 'rate/limited', retryAfterSeconds } : undefined;

const packOf = ({ gtin, serial, lot }: Pack): string => `${gtin}/${serial ?? `lot/${lot ?? ''}`}`;

/** Limits the public check by address, by pack, and by product asked about from one address, before anything is looked up. */
export function limitPublicCheck(headers: Sent, asked: Pack): ApiError | undefined {
  const address = clientAddress(headers);
  return (
    limited(perAddress.take(address, asked.at)) ??
    limited(perPack.take(packOf(asked), asked.at)) ??
    limited(perProduct.take(`${address}/${asked.gtin}`, asked.at))
  );
}

/** Limits reports of doubts by address and by pack. */
export function limitPublicReport(headers: Sent, asked: Pack): ApiError | undefined {
  return (
    limited(reportsPerAddress.take(clientAddress(headers), asked.at)) ??
    limited(reportsPerPack.take(packOf(asked), asked.at))
  );
}
