/** A session's list goes back so far, in milliseconds: a working day, and the night shift before it. */
export const LATELY_MS = 16 * 3600_000;
