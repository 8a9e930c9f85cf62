/** How a job ended. */
export type JobEnd = 'succeeded' | 'failed';
