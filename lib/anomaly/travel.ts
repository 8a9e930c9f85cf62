import { PARAMETERS } from './parameters.ts';

const HOUR_MS = 3_600_000;
const { detour, groundKmh, airKmh, airFromKm, domesticHandlingMs, abroadHandlingMs } = PARAMETERS.d21;
const { radiusKm, leastKm, clockSigmaMs } = PARAMETERS.d21;

/** A way that a pack would have had to take. */
export interface Leg {
  /** Along the great circle. */
  readonly km: number;
  readonly abroad: boolean;
  readonly apartMs: number;
}

/** The shortest time that a way can take: by road, or from 300 km on by air with its handling (detectors.md D21). */
export function shortestMs({ km, abroad }: Pick<Leg, 'km' | 'abroad'>): number {
  const far = Math.max(0, km - radiusKm);
  const ground = ((detour * far) / groundKmh) * HOUR_MS;
  if (far <= airFromKm) return ground;
  return Math.min(ground, (abroad ? abroadHandlingMs : domesticHandlingMs) + (far / airKmh) * HOUR_MS);
}

/** Is the way impossible in the time, with what two clocks may be wrong by? */
export function isImpossible(leg: Leg): boolean {
  const tolerance = 2 * Math.sqrt(2) * clockSigmaMs;
  return Math.max(0, leg.km - radiusKm) > leastKm && leg.apartMs + tolerance < shortestMs(leg);
}
