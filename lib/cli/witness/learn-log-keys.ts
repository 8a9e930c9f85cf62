import { formatVkey } from '../../ledger/vkey.ts';
import { logKeys } from './log-keys.ts';
import type { Witness } from './witness.ts';

const ASK_AGAIN_MS = 2_000;

/** How it is told of, and until when it is tried. */
export interface Learning {
  readonly tell: (sentence: string) => void;
  readonly signal: AbortSignal;
}

/** Asks a log for its keys until it answers. A log whose keys are remembered keeps them, whatever it says now. */
export async function learnLogKeys(witness: Witness, log: string, learning: Learning): Promise<void> {
  let fault: string | undefined;
  while (!learning.signal.aborted) {
    const failed = await askOnce(witness, log, learning.tell);
    if (failed === undefined) return;
    if (failed !== fault) learning.tell(`${failed} It is asked again.`);
    fault = failed;
    await pause(learning.signal);
  }
}

/** What went wrong, in a sentence; `undefined` where the log answered. */
async function askOnce(witness: Witness, log: string, tell: Learning['tell']): Promise<string | undefined> {
  try {
    const byOrigin = Map.groupBy(await logKeys(log), ({ name }) => name);
    for (const [origin, keys] of byOrigin) {
      if (witness.keysOf(origin).length > 0) continue;
      witness.know(origin, keys);
      tell(`Knows ${origin} by what it showed: ${keys.map(formatVkey).join(' ')}`);
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ASK_AGAIN_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
