/** A process that shows the log of the database named on its command line to the detectors, until it is killed. */
import type { Instant } from '../kernel/instant.ts';
import { connectStore } from '../store/pool.ts';
import { runDetectorsOnce } from './detector-engine.ts';

const [, , url = '', now = '0'] = process.argv;

// Whoever started it may be killed too.
process.stdin.on('end', () => process.exit()).resume();

connectStore({ url, connections: 2 });
for (;;) await runDetectorsOnce({ batchEntries: 10, now: () => Number(now) as Instant });
