/** Too many attempts. */
export interface RateLimited {
  readonly code: 'rate/limited';
  readonly retryAfterSeconds: number;
}

const USUAL_SECONDS = 60;

/** What the sign-in engine says by 429. */
export const retryAfter = (answer: Response): RateLimited => ({
  code: 'rate/limited',
  retryAfterSeconds: Number(answer.headers.get('x-retry-after') ?? USUAL_SECONDS),
});
