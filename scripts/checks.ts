import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generateClient } from './generate-client.ts';
import { licenceFaults } from './licence-faults.ts';
import { repository } from './repository.ts';
import { type Ended, packageProgram, runProgram } from './run-program.ts';

/** One check of the whole repository. */
export interface Check {
  readonly name: string;
  run(): Promise<Ended>;
}

const FOLDERS = ['app', 'bench', 'components', 'e2e', 'lib', 'scripts', 'instrumentation.ts', 'proxy.ts'];

/** Runs a package's program with the packaged Node and keeps what it writes. */
const tool = (path: string, ...args: readonly string[]): Promise<Ended> =>
  runProgram(process.execPath, [packageProgram(path), ...args], { output: 'keep', env: { NO_COLOR: '1' } });

/** What `npm run check` asks, in the order of a short wait to a long one. */
export const CHECKS: readonly Check[] = [
  {
    name: 'format and lint',
    run: () => tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off'),
  },
  { name: 'layers', run: checkLayers },
  { name: 'licences', run: async () => endedWith(licenceFaults()) },
  { name: 'dead code', run: () => tool('knip/bin/knip.js', '--no-progress', '--no-config-hints') },
  { name: 'types', run: checkTypes },
];

const endedWith = (faults: readonly string[]): Ended => ({
  code: faults.length === 0 ? 0 : 1,
  output: faults.join('\n'),
});

/** A checker that finds nothing to check ends as content as one that finds nothing wrong, so the count is looked at too. */
async function checkLayers(): Promise<Ended> {
  // An import that leads nowhere is refused, and the database client is made, not kept.
  await generateClient();
  const present = FOLDERS.filter((folder) => existsSync(join(repository, folder)));
  const ended = await tool(
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    ...present,
  );
  const modules = Number(/(\d+) modules/.exec(ended.output)?.[1] ?? 0);
  if (ended.code === 0 && modules < 50)
    return { code: 1, output: `Only ${modules} modules were looked at.\n${ended.output}` };
  return ended;
}

/** The compiler needs what others make first: the database client, which the layers made too, and the types of the routes. */
async function checkTypes(): Promise<Ended> {
  await generateClient();
  const routes = await tool('next/dist/bin/next', 'typegen');
  return routes.code === 0 ? tool('typescript/bin/tsc', '--noEmit', '-p', '.') : routes;
}
