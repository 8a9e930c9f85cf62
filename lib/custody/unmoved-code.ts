import type { CustodyCode } from './custody-codes.ts';

/** Of a pack that is not for the mover to know about: whether it exists, and what became of it, is not told (custody.md 6). */
export const NOT_TOLD = 'pack/not-yours-or-unknown';

/** Why a movement had no effect on a pack, as far as the mover may know. */
export type UnmovedCode = CustodyCode | typeof NOT_TOLD;
