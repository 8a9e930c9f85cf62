import { type ChildProcess, spawn } from 'node:child_process';
import { repository } from './repository.ts';

/** The exit code of a program that a signal ended, which needs no explanation to who sent it. */
export const INTERRUPTED = 130;

/** How a program ended, and what it wrote when that was kept. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** What may differ from one run to the next. */
export interface RunOptions {
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** `keep` gathers what it writes in {@link Ended}; otherwise it goes to this terminal. */
  readonly output?: 'keep';
}

const running = new Set<ChildProcess>();

/**
 * Runs `program` in the checkout and waits for its end. A program that cannot be started counts as one that failed.
 * Without input, so nothing can stop to ask.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  const out = options.output === 'keep' ? 'pipe' : 'inherit';
  const child = spawn(program, args, {
    cwd: repository,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', out, out],
  });
  running.add(child);
  const written: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => written.push(bytes));
  return new Promise((resolve) => {
    const end = (code: number, more = '') =>
      resolve({ code, output: Buffer.concat(written).toString('utf8') + more });
    child.on('error', (error) => end(127, error.message));
    child.on('close', (code) => end(code ?? INTERRUPTED));
  });
}

/** Ends what {@link runProgram} still runs, because this process was asked to stop. */
export function endPrograms(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** The path of a script that a package brings, to be run with the packaged Node. */
export const packageProgram = (path: string): string => `${repository}/node_modules/${path}`;
