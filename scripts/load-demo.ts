/** Fills an empty database with the demo world. A process of its own, so that the server starts with a clean one. */
import { env } from '../lib/env.ts';
import { loadDemoWorld } from '../lib/service/demo/load-demo-world.ts';
import { importPermit } from '../lib/service/original-record-time.ts';
import { closeStore } from '../lib/store/pool.ts';
import { mainOf } from './main-of.ts';
import { StepFailure } from './step-failure.ts';

/** On a terminal one line that changes; in a log a line each. Standard output stays free for what a command answers. */
const report = (sentence: string): void => {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${sentence}` : `${sentence}\n`);
};

mainOf(async () => {
  const { demo, dataDir, baseUrl } = env();
  const permit = await importPermit({ demoMode: demo });
  if (!permit.ok)
    throw new StepFailure('The demo world is for demo mode only: set VIALOG_DEMO=1 if you want it here.');
  await loadDemoWorld({ permit: permit.value, dataDir, baseUrl, report });
  if (process.stderr.isTTY) process.stderr.write('\n');
  await closeStore();
  return 0;
});
