import { setTimeout as pause } from 'node:timers/promises';

/** An answer takes this long, or twice, three times as long. */
const STEP_MS = 150;

/**
 * Does `work` and gives its outcome when a whole number of steps of 150 ms has gone by: how long an answer took must not tell what was
 * found. A fault is held back alike.
 */
export async function atEvenTime<T>(work: () => Promise<T>): Promise<T> {
  const startMs = performance.now();
  try {
    return await work();
  } finally {
    const takenMs = performance.now() - startMs;
    await pause(Math.ceil(takenMs / STEP_MS) * STEP_MS - takenMs);
  }
}
