import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Binaries, postgresBinaries } from './postgres-binaries.ts';
import { isReady, runningPostmaster, stopPostmaster } from './postmaster.ts';
import { StepFailure } from './step-failure.ts';
import { type Account, BARE_ENV, databaseAccount } from './system-user.ts';

/** A running PostgreSQL of our own. It ends with this process, however this process ends. */
export interface EmbeddedDatabase {
  /** The address of the database `name`, as `pg`, Prisma and psql read it. */
  url(name: string): string;
  /** True when the cluster was made by this start. */
  readonly isNew: boolean;
  /** Fast shutdown; resolves when the server is gone. May be called twice. */
  stop(): Promise<void>;
}

const USER = 'vialog';
const SOCKET = '/.s.PGSQL.5432';
/** The longest path a unix socket may have: 104 bytes with its end mark on macOS, 108 on Linux. */
const LONGEST_SOCKET_PATH = 103;

/**
 * Starts PostgreSQL on the cluster in `folder` (made when absent; `folder` must be one that the database account reaches).
 * It listens on a unix socket in a folder only that account (and root) may enter, and on no port.
 * `settings` are passed to the server as `-c name=value`.
 */
export async function startEmbeddedDatabase(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedDatabase> {
  const account = databaseAccount();
  const binaries = postgresBinaries(account);
  const cluster = join(folder, 'cluster');
  ownFolder(folder, account);
  const isNew = !existsSync(cluster);
  if (isNew) makeCluster(binaries, folder, account, settings['fsync'] !== 'off');
  await endOrphan(cluster);
  const sockets = socketFolder(folder, account);
  const flags = Object.entries({
    listen_addresses: '',
    unix_socket_directories: sockets,
    jit: 'off',
    ...settings,
  });
  const command = [
    binaries.postgres,
    '-D',
    cluster,
    ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const child = spawnTethered(command, join(folder, 'log'), account);
  await untilReady(child, cluster, join(folder, 'log'));
  return {
    url: (name) => `postgresql://${USER}@localhost/${name}?host=${encodeURIComponent(sockets)}`,
    isNew,
    stop: async () => {
      await stopTethered(child, cluster);
      if (!sockets.startsWith(folder)) rmSync(sockets, { recursive: true, force: true });
    },
  };
}

function ownFolder(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
}

/** Made under another name and renamed, so that an interrupted start leaves no half cluster. */
function makeCluster(binaries: Binaries, folder: string, account: Account | undefined, sync: boolean): void {
  const half = join(folder, 'cluster.new');
  rmSync(half, { recursive: true, force: true });
  const flags = ['-D', half, '--encoding=UTF8', '--locale=C', '--auth=trust', `--username=${USER}`];
  if (!sync) flags.push('--no-sync');
  const made = spawnSync(binaries.initdb, flags, { ...identity(account), cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) {
    const reason = made.error?.message ?? made.stderr.trim().split('\n').at(-1) ?? '';
    throw new StepFailure(
      `The embedded PostgreSQL could not make its database in ${folder} (${reason}): free some space or mend the folder's rights, or set DATABASE_URL.`,
    );
  }
  renameSync(half, join(folder, 'cluster'));
}

function identity(account: Account | undefined) {
  return account === undefined ? { env: BARE_ENV } : { env: BARE_ENV, uid: account.uid, gid: account.gid };
}

/** A server whose tether broke without ending it is stopped, so that this start owns the one that runs. */
async function endOrphan(cluster: string): Promise<void> {
  const pid = runningPostmaster(cluster);
  if (pid === undefined || (await stopPostmaster(pid))) return;
  throw new StepFailure(
    `A PostgreSQL left over from an earlier run (process ${pid}) does not end: end it by hand, then start again.`,
  );
}

function socketFolder(folder: string, account: Account | undefined): string {
  const beside = join(folder, 'sockets');
  const isShort = Buffer.byteLength(beside + SOCKET) <= LONGEST_SOCKET_PATH;
  const chosen = isShort ? beside : mkdtempSync(join(tmpdir(), 'vialog-'));
  ownFolder(chosen, account);
  return chosen;
}

/**
 * Runs the server beside a shell that waits for the end of its standard input, which comes when this process ends, even by
 * SIGKILL, and then asks the server to shut down. A session of its own keeps the terminal's Ctrl-C from reaching the server
 * before the web server has answered its last requests.
 */
function spawnTethered(command: readonly string[], log: string, account: Account | undefined): ChildProcess {
  const script =
    'exec 3<&0; "$@" </dev/null & server=$!; { cat; kill -INT $server; } <&3 >/dev/null 2>&1 & exec 3<&-; wait $server';
  const output = openSync(log, 'a', 0o600);
  try {
    return spawn('/bin/sh', ['-c', script, 'sh', ...command], {
      ...identity(account),
      cwd: '/',
      detached: true,
      stdio: ['pipe', output, output],
    });
  } finally {
    closeSync(output);
  }
}

async function untilReady(child: ChildProcess, cluster: string, log: string): Promise<void> {
  const ended = new Promise<'ended'>((resolve) =>
    child.once('exit', () => resolve('ended')).once('error', () => resolve('ended')),
  );
  const pause = () => new Promise<'waiting'>((resolve) => setTimeout(resolve, 20, 'waiting'));
  while (!isReady(cluster)) {
    if ((await Promise.race([ended, pause()])) === 'ended') throw new StepFailure(startFailure(log));
  }
}

function startFailure(log: string): string {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
  const reason =
    lines.findLast((line) => /(FATAL|PANIC|error|cannot)/.test(line)) ?? lines.at(-1) ?? 'no reason given';
  return `The embedded PostgreSQL did not start (${reason.trim()}): read ${log}, or set DATABASE_URL to another PostgreSQL.`;
}

async function stopTethered(child: ChildProcess, cluster: string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const pid = runningPostmaster(cluster);
  if (pid === undefined) child.stdin?.end();
  else process.kill(pid, 'SIGINT');
  await gone;
  child.stdin?.destroy();
}
