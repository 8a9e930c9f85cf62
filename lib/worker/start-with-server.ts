import { startWorkers } from './start-workers.ts';

const SLOT = Symbol.for('vialog.workers');

/** Survives a reload of modules in development, which must not start everything once more. */
const started = globalThis as { [SLOT]?: true };

/** Starts the workers beside the web server, once in a process. Where one must not start, says why in a sentence and ends the server. */
export async function startWithServer(): Promise<void> {
  if (started[SLOT]) return;
  started[SLOT] = true;
  try {
    await startWorkers();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
