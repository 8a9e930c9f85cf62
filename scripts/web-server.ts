import { type ChildProcess, spawn } from 'node:child_process';
import { FRUGAL_HEAP } from './frugal-heap.ts';
import { repository } from './repository.ts';
import { packageProgram } from './run-program.ts';
import { StepFailure } from './step-failure.ts';

/** The site as it is served by a process of its own, which ends with this one. */
export interface WebServer {
  /** Resolves with the exit code when the server ended by itself or was stopped. */
  readonly ended: Promise<number>;
  /** Lets requests under way finish, for some seconds. May be called twice. */
  stop(): Promise<void>;
}

/** What the server is told. */
export interface WebServerOptions {
  readonly dev: boolean;
  readonly host: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
}

const GRACE_SECONDS = 10;

/** Starts Next.js and resolves once it answers. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { dev, host, port, env } = options;
  const child = spawn(
    process.execPath,
    [
      ...FRUGAL_HEAP,
      '--import',
      `${repository}/scripts/end-with-parent.js`,
      packageProgram('next/dist/bin/next'),
      dev ? 'dev' : 'start',
      ...['--hostname', host, '--port', String(port)],
    ],
    {
      cwd: repository,
      env: { ...process.env, ...env, NODE_ENV: dev ? 'development' : 'production' },
      stdio: ['ignore', dev ? 'inherit' : 'pipe', 'inherit', 'ipc'],
      // The terminal's Ctrl-C is answered here, once, and not by every process of the group at the same time.
      detached: true,
    },
  );
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const greeting = withhold(child);
  if ((await Promise.race([untilAnswered(host, port), ended])) !== 'answered') {
    console.error(greeting());
    throw new StepFailure(
      'The web server ended before it answered: mend what it says above, and start again.',
    );
  }
  greeting();
  return { ended, stop: () => stopChild(child, ended) };
}

/** Keeps the server's standard output back until the function given is called, which returns it and lets the rest pass. */
function withhold(child: ChildProcess): () => string {
  const held: Buffer[] = [];
  const hold = (bytes: Buffer) => held.push(bytes);
  child.stdout?.on('data', hold);
  return () => {
    child.stdout?.off('data', hold).pipe(process.stdout);
    return Buffer.concat(held).toString('utf8');
  };
}

async function untilAnswered(host: string, port: number): Promise<'answered'> {
  const reachable =
    { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  for (;;) {
    try {
      await fetch(`http://${reachable}:${port}/healthz`, { redirect: 'manual' });
      return 'answered';
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function stopChild(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), GRACE_SECONDS * 1000);
  await ended;
  clearTimeout(impatience);
}
