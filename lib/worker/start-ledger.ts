import { env } from '../env.ts';
import { openLog } from '../store/ledger-log.ts';
import { logSigner } from '../store/log-key.ts';
import { witnessPolicy } from '../store/witness-policy.ts';
import type { Running } from './loop.ts';
import { newPublisher, runPublisherOnce } from './publisher.ts';
import { refuseOtherNetworkKey } from './refuse-other-network-key.ts';
import { startPublisher } from './start-publisher.ts';
import { startSequencer } from './start-sequencer.ts';

/**
 * Opens the log, looks through its latest entries, and sequences and publishes from then on. Throws one sentence where this process
 * must not touch the log at all: its name, its key or the network's key is another.
 */
export async function startLedger(): Promise<Running> {
  await openLog(env().origin);
  await refuseOtherNetworkKey();
  const publisher = newPublisher({ signer: logSigner(), policy: witnessPolicy() });
  const first = await runPublisherOnce(publisher);
  if (first.kind === 'refused') throw new Error(first.because);
  const loops = [startSequencer(), startPublisher(publisher)];
  return {
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
