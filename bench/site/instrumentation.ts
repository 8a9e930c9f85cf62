/** Beside its requests this server runs the log, as the product's does; nobody looks for anomalies in a world made up of averages. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] === 'nodejs') {
    const { followExchanges } = await import('../../lib/http/raw-exchange.ts');
    const { startLedger } = await import('../../lib/worker/start-ledger.ts');
    followExchanges();
    await startLedger();
  }
}
