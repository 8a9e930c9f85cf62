/** How a job ended. */
export type JobEnd = 'succeeded' | 'failed';

/** How far a job could be brought: to its end, or until somebody has answered, who queues it again. */
export type JobOutcome = JobEnd | 'waiting';
