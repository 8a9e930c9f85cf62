/** A process that sequences and publishes the log of the database named on its command line, until it is killed. */
import { connectStore } from '../store/pool.ts';
import { SIGNER } from './log-in-tests.ts';
import { newPublisher } from './publisher.ts';
import { startPublisher } from './start-publisher.ts';
import { startSequencer } from './start-sequencer.ts';

const [, , url = ''] = process.argv;

// Whoever started it may be killed too.
process.stdin.on('end', () => process.exit()).resume();

connectStore({ url, connections: 4 });
startSequencer({ batchLeaves: 20, batchAgeMs: 5, mostLeaves: 100, observationsEveryMs: 50 });
startPublisher(newPublisher({ signer: SIGNER, everyMs: 20 }));
process.stdout.write('at work\n');
