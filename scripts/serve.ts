/** `npm start` and `npm run dev`: from whatever is there to a served page, and a clean end on Ctrl-C. */
import { type Env, env } from '../lib/env.ts';
import { buildSite } from './build-site.ts';
import { demoSignIns } from './demo-note.ts';
import { freePort } from './free-port.ts';
import { generateClient } from './generate-client.ts';
import { startLocalWitnesses } from './local-witnesses.ts';
import { mainOf } from './main-of.ts';
import { makeDataFolder, preparedDatabase } from './prepared-database.ts';
import { endPrograms } from './run-program.ts';
import { takeDataFolder } from './running-note.ts';
import { StepFailure } from './step-failure.ts';
import { startWebServer } from './web-server.ts';

const dev = process.argv.includes('--dev');

/** What to undo at the end, last first. */
const undo: (() => Promise<void> | void)[] = [];
const stopAsked = new Promise<'stop'>((resolve) => {
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => resolve('stop'));
});

async function undoAll(): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
}

async function portFor(wanted: number, host: string): Promise<number> {
  const port = await freePort(wanted, host);
  if (port !== undefined) return port;
  throw new StepFailure(
    `Port ${wanted} on ${host} is taken or not allowed: stop what uses it, or choose another with PORT, such as PORT=${wanted + 1} npm start.`,
  );
}

/** Everything up to a server that answers. Gives the function that waits for its end. */
async function start(): Promise<() => Promise<number>> {
  const set = env();
  makeDataFolder(set.dataDir);
  const address = (port: number) => set.baseUrl.replace(/^(http:\/\/localhost):\d+$/, `$1:${port}`);
  if (set.databaseUrl === undefined) undo.push(takeDataFolder(set.dataDir, address(set.port)));
  const port = await portFor(set.port, set.host);
  const serverEnv = {
    PORT: String(port),
    HOST: set.host,
    VIALOG_BASE_URL: address(port),
    VIALOG_DATA_DIR: set.dataDir,
    VIALOG_DEMO: set.demo ? '1' : '0',
  };
  await generateClient();
  const database = await preparedDatabase(set, serverEnv);
  undo.push(() => database.stop());
  if (!dev) await buildSite();
  const policyFile = set.policyFile ?? (await localPolicy(set, `${address(port)}/log`));
  const server = await startWebServer({
    dev,
    host: set.host,
    port,
    env: { ...serverEnv, DATABASE_URL: database.url, VIALOG_POLICY: policyFile },
  });
  undo.push(() => server.stop());
  announce(
    address(port),
    set.demo
      ? demoSignIns(set.dataDir, address(port))
      : ['Make the first administrator with: npx vialog admin'],
  );
  return () => server.ended;
}

async function localPolicy(set: Env, logUrl: string): Promise<string> {
  const witnesses = await startLocalWitnesses(set, logUrl);
  undo.push(() => witnesses.stop());
  return witnesses.policyFile;
}

function announce(address: string, signIns: readonly string[]): void {
  console.log(['', `Vialog is at ${address}`, ...signIns, 'Ctrl-C stops it.', ''].join('\n'));
}

mainOf(async () => {
  const started = start();
  try {
    if ((await Promise.race([started, stopAsked])) === 'stop') {
      // The step under way now fails, or ends by itself; either way there is nothing to tell.
      endPrograms();
      await started.catch(() => {});
      return 130;
    }
    const end = await Promise.race([(await started)(), stopAsked]);
    if (end === 'stop') return 0;
    throw new StepFailure(
      `The web server ended by itself with code ${end}: read what it says above, and start again.`,
    );
  } finally {
    await undoAll();
  }
});
