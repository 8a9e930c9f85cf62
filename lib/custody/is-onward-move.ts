import type { Act } from './claim.ts';

const ONWARD: ReadonlySet<Act> = new Set(['supply', 'ship', 'export', 'free-sample']);

/** Does the act bring a pack nearer to a patient? Returns, destruction and samples for an authority do not. */
export const isOnwardMove = (act: Act): boolean => ONWARD.has(act);
