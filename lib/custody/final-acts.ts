import type { Act } from './claim.ts';
import type { PackStatus } from './pack-state.ts';

/** The acts that end a pack's life, and the status each leads to (custody.md 1). */
const STATUS_AFTER = {
  supply: 'supplied',
  destroy: 'destroyed',
  export: 'exported',
  sample: 'sample',
  'free-sample': 'free-sample',
  steal: 'stolen',
} as const satisfies Partial<Record<Act, PackStatus>>;

type FinalAct = keyof typeof STATUS_AFTER;

/** Does the act end a pack's life? */
export const isFinalAct = (act: Act): act is FinalAct => act in STATUS_AFTER;

/** The status that a final act leads to. */
export const statusOfAct = (act: FinalAct): PackStatus => STATUS_AFTER[act];

/** Acts that are undone by an error declaration within ten days at the same place (custody.md 1). */
export const isUndoneInTime = (act: Act): boolean => isFinalAct(act) && act !== 'steal' && act !== 'destroy';
