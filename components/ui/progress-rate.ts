/** How quickly work goes, and how long it will still take at that rate. */
export interface ProgressRate {
  readonly perSecond: number;
  readonly secondsLeft: number;
}

/** The mean rate since the start; `undefined` until enough is done to say anything. */
export function progressRate(
  done: number,
  total: number,
  startedMs: number,
  nowMs: number,
): ProgressRate | undefined {
  const seconds = (nowMs - startedMs) / 1000;
  if (done <= 0 || seconds < 1) return undefined;
  const perSecond = done / seconds;
  return { perSecond, secondsLeft: Math.max(0, (total - done) / perSecond) };
}
