/** Something that runs beside the requests until it is told to stop. */
export interface Running {
  /** Resolves once the turn under way is over. May be called twice. */
  stop(): Promise<void>;
}

/** What a turn of a loop asks for: how long to rest, and what the operator should know, which is told once until it changes. */
export interface Turn {
  readonly pauseMs: number;
  readonly notice?: string | undefined;
}

/** After a failed turn; a database that restarts is found again soon enough, and the journal stays readable. */
const PAUSE_AFTER_FAILURE_MS = 1_000;

/** Takes turns, one after the other, until stopped. A turn that throws is told of and tried again; a loop never ends by itself. */
export function startLoop(name: string, turn: () => Promise<Turn>): Running {
  const stopping = new AbortController();
  let told: string | undefined;
  const tell = (notice: string | undefined) => {
    if (notice !== undefined && notice !== told) console.error(`${name}: ${notice}`);
    told = notice;
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      const { pauseMs, notice } = await turn().catch(failedTurn);
      tell(notice);
      await pause(pauseMs, stopping.signal);
    }
  };
  const ended = run();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

const failedTurn = (error: unknown): Turn => ({
  pauseMs: PAUSE_AFTER_FAILURE_MS,
  notice: error instanceof Error ? error.message : String(error),
});

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
