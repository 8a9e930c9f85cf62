/** One log per deployment; a shard of next year would be the second. */
export const LOG_ID = 1;
