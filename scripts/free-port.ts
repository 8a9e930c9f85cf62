import { createServer } from 'node:net';

/** A port of `host` that is free now; `wanted` 0 means any. `undefined` when the wanted one is taken or not allowed. */
export function freePort(wanted: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(wanted, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}
