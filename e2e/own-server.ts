import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of a test's own, on a data folder of its own, that may be killed and started again. */
export class OwnServer {
  readonly folder: string;
  readonly port: number;
  readonly address: string;
  #start: ChildProcess | undefined;

  private constructor(port: number) {
    this.folder = mkdtempSync(join(tmpdir(), 'vialog-own-'));
    this.port = port;
    this.address = `http://localhost:${port}`;
  }

  /** A server that answers. */
  static async started(): Promise<OwnServer> {
    const server = new OwnServer(await freePort());
    await server.start();
    return server;
  }

  /** As `npm start` does it; resolves once the site answers. */
  async start(): Promise<void> {
    const env = {
      ...process.env,
      ...{ PORT: String(this.port), VIALOG_DATA_DIR: this.folder, VIALOG_DEMO: '1', DATABASE_URL: '' },
    };
    const child = spawn('node', ['scripts/start.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#start = child;
    await new Promise<void>((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (piece) => {
        said += piece;
        if (said.includes('Vialog is at')) resolve();
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
  }

  /** Kills the web server at once, as a machine that loses power would, and waits until what stands around it has ended. */
  async kill(): Promise<void> {
    const [server] = descendantsOf(this.#start?.pid ?? 0).filter(isWebServer);
    if (server === undefined) throw new Error('there is no web server to kill');
    const ended = this.#ended();
    process.kill(server, 'SIGKILL');
    await ended;
  }

  /** Ends everything and takes the folder away. */
  async stop(): Promise<void> {
    const ended = this.#ended();
    this.#start?.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  #ended(): Promise<void> {
    const child = this.#start;
    if (!child || child.exitCode !== null) return Promise.resolve();
    return new Promise((resolve) => child.once('exit', () => resolve()));
  }
}

/** Linux keeps the parent of each process behind the name in brackets. */
function descendantsOf(pid: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
  return [...children, ...children.flatMap(descendantsOf)];
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** By its name: Next calls its process so. */
function isWebServer(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('next-server');
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
