/** Fills an empty database with the demo world. A process of its own, so that the server starts with a clean one. */
import { existsSync } from 'node:fs';
import { mainOf } from './main-of.ts';
import { StepFailure } from './step-failure.ts';

const world = new URL('../lib/service/demo/load-demo-world.ts', import.meta.url);

type Progress = (sentence: string) => void;

/** On a terminal one line that changes; in a log a line each. */
const report: Progress = (sentence) => {
  process.stdout.write(process.stdout.isTTY ? `\r\u001b[K${sentence}` : `${sentence}\n`);
};

mainOf(async () => {
  if (!existsSync(world)) return 0;
  const module: Record<string, unknown> = await import(world.href);
  const load = module['loadDemoWorld'];
  if (typeof load !== 'function')
    throw new StepFailure('The demo world has no loader: lib/service/demo is incomplete.');
  await load(report);
  if (process.stdout.isTTY) process.stdout.write('\n');
  return 0;
});
