/** How a job ended; `waiting`: it goes on once somebody has answered, and is queued again then. */
export type JobEnd = 'succeeded' | 'failed' | 'waiting';
