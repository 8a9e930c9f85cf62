import type { Instant } from '../kernel/instant.ts';
import type { Sighting } from './sighting.ts';

/** When what is seen was recorded: the time by which windows and timers run. */
export const seenAt = (sighting: Sighting): Instant =>
  sighting.kind === 'event' ? sighting.claim.recordedAt : sighting.at;
