/** The kind of job that registers a batch. */
export const REGISTER_JOB = 'register-batch';

/** Rows that stand together, and packs that one event names: more would be held in memory, and by a receipt's reader, at once. */
export const ROWS_IN_CHUNK = 2_000;

/** So many packs are registered together, at most. */
export const MOST_ROWS = 1_000_000;
