import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/free-port.ts';
import { repository } from '../../scripts/repository.ts';
import { packageProgram, runProgram } from '../../scripts/run-program.ts';

/** The site of a benchmark, served by a process of its own. */
export interface PlainSite {
  readonly port: number;
  /** What is resident of the process now, and the most that ever was. */
  megabytes(): { readonly now: number; readonly most: number };
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const NEXT = packageProgram('next/dist/bin/next');
const folder = join(repository, 'bench', 'site');

/**
 * Builds bench/site for production and serves it. It holds the product's own route and, for comparison, one that the product must not
 * have; both are handlers of one Next.js server, which has one pool of connections.
 */
export async function startPlainSite(databaseUrl: string): Promise<PlainSite> {
  await build();
  const port = await freePort(0, HOST);
  if (port === undefined) throw new Error('no port is free');
  const child = spawn(process.execPath, [NEXT, 'start', folder, '--hostname', HOST, '--port', String(port)], {
    cwd: repository,
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await untilAnswered(port, child);
  return {
    port,
    megabytes: () => megabytesOf(child),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function build(): Promise<void> {
  console.error('Building the site of the benchmark …');
  rmSync(join(folder, '.next'), { recursive: true, force: true });
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { code, output } = await runProgram(process.execPath, [NEXT, 'build', folder], {
    env,
    output: 'keep',
  });
  if (code !== 0) throw new Error(output);
}

async function untilAnswered(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    try {
      await fetch(`http://${HOST}:${port}/`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('the site of the benchmark ended before it answered');
}

/** Linux only; NaN elsewhere. */
function megabytesOf({ pid }: ChildProcess): { now: number; most: number } {
  const status = process.platform === 'linux' ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  const kilobytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN);
  return { now: kilobytes('VmRSS') / 1024, most: kilobytes('VmHWM') / 1024 };
}
