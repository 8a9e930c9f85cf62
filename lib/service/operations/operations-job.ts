/** The kind of job that works through a list of operations. */
export const OPERATIONS_JOB = 'pack-operations';

/** Lines that a list may have. */
export const MOST_LINES = 100_000;

/** Lines that are kept, and worked through, together. */
export const LINES_IN_CHUNK = 500;
