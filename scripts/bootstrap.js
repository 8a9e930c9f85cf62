/**
 * The part of every command that must run before anything is installed: plain JavaScript, nothing but Node's own modules.
 * It sees to the packages and hands over to Node 24, which runs the TypeScript of this folder as it is.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const OLDEST = [20, 19];

/** Runs `script` (beside this file) under the packaged Node with the arguments of this process, and ends as it ends. */
export function handOver(script) {
  refuseOldNode();
  if (!isInstalled()) install();
  const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    fail(
      'The package "node" has no program in it: allow its install script (npm config "ignore-scripts"), delete node_modules, and try again.',
    );
  }
  const path = [join(modules, '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(node, [join(root, 'scripts', script), ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) =>
    fail(`Node 24 could not be started (${error.message}): delete node_modules and try again.`),
  );
  child.on('exit', (code) => process.exit(code ?? 1));
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = OLDEST;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  fail(
    `This is Node ${process.versions.node}, and Vialog needs ${OLDEST.join('.')} or newer: install it from https://nodejs.org.`,
  );
}

/** npm writes down what it installed when it is done, so what is there is compared with what the lock file asks for. */
function isInstalled() {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(join(modules, '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    return present[path] === undefined ? Boolean(optional) : present[path].version === version;
  });
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** With the machine's own npm: the one in node_modules would delete the ground it stands on. */
function install() {
  console.log('Installing the packages (npm ci); the first time takes a minute or two …');
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const done = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.error) fail(`npm could not be started (${done.error.message}): install npm 10 or newer.`);
  if (done.signal || done.status === 130) process.exit(130);
  if (done.status !== 0)
    fail(
      'The packages could not be installed (see npm’s message above): check that the npm registry can be reached, and try again.',
    );
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
