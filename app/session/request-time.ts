import { type Instant, momentOf } from '../../lib/kernel/instant.ts';

/** The moment at which a page or an action is answered. */
export const requestTime = (): Instant => momentOf(Date.now());
