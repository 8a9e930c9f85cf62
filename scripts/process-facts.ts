import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Slim containers have no `ps`, macOS has no `/proc`. */
const hasProc = existsSync('/proc/self/stat');

/** When the process `pid` began, in the system's own words; '' when there is none. The number alone is reused by others. */
export function beginningOf(pid: number): string {
  if (!hasProc) return asked('lstart=', pid);
  // proc(5): the name of the program, in brackets, may hold anything; the start is the twentieth word after it.
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** The program of the process `pid` and its arguments, in one line; '' when there is none. */
export const commandLineOf = (pid: number): string =>
  hasProc ? read(`/proc/${pid}/cmdline`) : asked('args=', pid);

const asked = (what: string, pid: number): string =>
  spawnSync('ps', ['-o', what, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
