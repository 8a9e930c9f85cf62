import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf } from './process-facts.ts';

const fileOf = (cluster: string): string => join(cluster, 'postmaster.pid');

/** The lines of PostgreSQL's own lock file; the first is the process id, the eighth says how far it is. */
function lockLines(cluster: string): readonly string[] {
  try {
    return readFileSync(fileOf(cluster), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Whether the server of `cluster` says that it takes connections. */
export const isReady = (cluster: string): boolean => lockLines(cluster)[7]?.trim() === 'ready';

/** The process id of the server that runs on `cluster`, if one does; a lock file left by a crash is removed. */
export function runningPostmaster(cluster: string): number | undefined {
  if (!existsSync(fileOf(cluster))) return undefined;
  const pid = Number(lockLines(cluster)[0]);
  if (Number.isInteger(pid) && pid > 0 && isPostgresOn(cluster, pid)) return pid;
  rmSync(fileOf(cluster), { force: true });
  return undefined;
}

/** After a crash the number may belong to another process by now, so its command line is asked, not only the number. */
function isPostgresOn(cluster: string, pid: number): boolean {
  return commandLineOf(pid).includes(cluster);
}

/** Asks the server `pid` for a fast shutdown (open transactions are rolled back) and waits until it is gone. */
export async function stopPostmaster(pid: number, limitSeconds = 30): Promise<boolean> {
  const until = performance.now() + limitSeconds * 1000;
  for (let signal: NodeJS.Signals | 0 = 'SIGINT'; performance.now() < until; signal = 0) {
    try {
      process.kill(pid, signal);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
