import { spawnSync } from 'node:child_process';
import { StepFailure } from './step-failure.ts';

/** The account a child process runs as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'vialog';

/** The environment of what runs as that account: nothing of ours, which may hold secrets. */
export const BARE_ENV = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
  NODE_ENV: 'production',
} as const;

/**
 * The account PostgreSQL runs as: `undefined` for "whoever runs this", or, when that is root (as whom PostgreSQL
 * refuses to run), a system account named `vialog`, made when it is missing.
 */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return accountNamed(NAME) ?? madeAccount();
}

function accountNamed(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { name, uid, gid };
}

function madeAccount(): Account {
  const flags = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  spawnSync('useradd', [...flags, '--shell', '/usr/sbin/nologin', NAME]);
  // A start running beside this one may have made it first, so only the look-up counts.
  const account = accountNamed(NAME);
  if (account === undefined) {
    throw new StepFailure(
      `PostgreSQL refuses to run as root and the account "${NAME}" could not be made: run this as an ordinary user, or set DATABASE_URL.`,
    );
  }
  return account;
}

/** Whether `account` may enter `folder`: asked of the system, since every folder above it has a say. */
export function canReach(folder: string, account: Account): boolean {
  const { uid, gid } = account;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/', env: BARE_ENV }).status === 0
  );
}
