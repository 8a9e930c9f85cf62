/** Next calls this in every server process before it answers: the workers run beside the requests. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces it, so that no bundle for another runtime carries the workers
  if (process.env['NEXT_RUNTIME'] === 'nodejs') {
    const { followExchanges } = await import('./lib/http/raw-exchange.ts');
    const { startWithServer } = await import('./lib/worker/start-with-server.ts');
    followExchanges();
    await startWithServer();
  }
}
