import { startJobRunner } from './job-runner.ts';
import type { Running } from './loop.ts';
import { startDetectors } from './start-detectors.ts';
import { startForgetting } from './start-forgetting.ts';
import { startLedger } from './start-ledger.ts';
import { startTrends } from './start-trends.ts';

/** Everything that runs beside the requests, in the order in which it is started. A new one is a file of its own and a line here. */
const WORKERS: readonly (() => Promise<Running>)[] = [
  startLedger,
  startDetectors,
  startJobRunner,
  startForgetting,
  startTrends,
];

/**
 * Starts every worker in this process. Throws, with none left running, where one must not start; its message is one sentence.
 * `stop` lets each finish its turn, the last started first.
 */
export async function startWorkers(): Promise<Running> {
  const running: Running[] = [];
  const stop = async () => {
    for (const worker of running.toReversed()) await worker.stop();
  };
  try {
    for (const start of WORKERS) running.push(await start());
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
