/** Longer than this without an answer and the device decides by itself. */
export const PATIENCE_MS = 1_500;
