const SLOT = Symbol.for('vialog.workers');

/** Survives a reload of modules in development, which must not start everything once more. */
const started = globalThis as { [SLOT]?: true };

/**
 * Next calls this in every server process before it answers: the workers run beside the requests, once. A server whose workers must
 * not start says why, in a sentence, and ends.
 */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces it, so that no bundle for another runtime carries the workers
  if (process.env['NEXT_RUNTIME'] !== 'nodejs' || started[SLOT]) return;
  started[SLOT] = true;
  const { noteRemoteAddresses } = await import('./lib/http/local-request.ts');
  const { startWorkers } = await import('./lib/worker/start-workers.ts');
  noteRemoteAddresses();
  try {
    await startWorkers();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
