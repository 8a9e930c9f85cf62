import type { Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { cosignerVkey } from '../ledger/cosign.ts';
import { formatVkey, type Vkey } from '../ledger/vkey.ts';
import type { ConsoleIo } from './console-io.ts';
import { UnusableInput } from './unusable-input.ts';
import { keyFile } from './witness/key-file.ts';
import { learnLogKeys } from './witness/learn-log-keys.ts';
import { refusedHeads } from './witness/refused-heads.ts';
import { serveWitness } from './witness/serve-witness.ts';
import { lockState } from './witness/state-lock.ts';
import { Witness } from './witness/witness.ts';
import { type WitnessOptions, witnessOptions } from './witness/witness-options.ts';
import { loadWitnessState, saveWitnessState } from './witness/witness-state.ts';

/** `vialog witness`: serves until it is told to stop. Gives the exit code. Throws {@link UnusableInput} for what cannot be used. */
export async function witness(args: readonly string[], io: ConsoleIo): Promise<number> {
  const options = witnessOptions(args);
  const unlock = lockState(options.stateFile);
  try {
    await serveUntilStopped(options, io);
  } finally {
    unlock();
  }
  return 0;
}

async function serveUntilStopped(options: WitnessOptions, io: ConsoleIo): Promise<void> {
  const signer = keyFile(options.keyFile, options.name);
  const self = new Witness(loadWitnessState(options.stateFile), {
    signer,
    now: () => BigInt(Math.floor(Date.now() / 1000)),
    save: (state) => saveWitnessState(options.stateFile, state),
    keepRefused: refusedHeads(`${options.stateFile}.refused`, (sentence) => io.err(sentence)),
  });
  pin(self, options.logKeys);
  const server = serveWitness(self, (error) =>
    io.err(error instanceof Error ? error.message : String(error)),
  );
  const url = await listening(server, options);
  const vkey = formatVkey(cosignerVkey(signer));
  const { name } = signer;
  io.out(options.json ? JSON.stringify({ name, vkey, url }) : `${name} answers at ${url}\n${vkey}`);

  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  const asked = new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
  const learning = { tell: (sentence: string) => io.err(sentence), signal: stop.signal };
  if (options.logKeys.length === 0) for (const log of options.logs) void learnLogKeys(self, log, learning);
  await asked;
  server.close();
  server.closeAllConnections();
}

/** Keys that were named replace what was learned before: they are the operator's own word. */
function pin(self: Witness, keys: readonly Vkey[]): void {
  for (const [origin, own] of Map.groupBy(keys, ({ name }) => name)) self.know(origin, own);
}

function listening(server: Server, { host, port }: WitnessOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new UnusableInput(`Nothing can listen there: ${error.message}.`)));
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve(`http://${isIPv6(host) ? `[${host}]` : host}:${taken}`);
    });
  });
}
