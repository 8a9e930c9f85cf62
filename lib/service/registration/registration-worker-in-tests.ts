import { connectStore } from '../../store/pool.ts';
import { startJobRunner } from '../../worker/job-runner.ts';
import { startSequencer } from '../../worker/start-sequencer.ts';

/** What the test hands to a worker that it is going to kill. */
export interface WorkerTask {
  readonly url: string;
}

/** Works on jobs until it is killed. */
const [, , task] = process.argv;
if (task !== undefined) {
  const { url } = JSON.parse(task) as WorkerTask;
  connectStore({ url, connections: 10 });
  startSequencer({ batchAgeMs: 10 });
  await startJobRunner();
  console.log('ready');
}
