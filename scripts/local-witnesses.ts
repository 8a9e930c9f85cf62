import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '../lib/env.ts';
import { formatPolicy } from '../lib/ledger/policy.ts';
import { formatVkey, parseVkey, type Vkey } from '../lib/ledger/vkey.ts';
import { logVkey } from '../lib/store/log-key.ts';
import { LOCAL_POLICY } from '../lib/store/witness-policy.ts';
import { repository } from './repository.ts';
import { StepFailure } from './step-failure.ts';

/** Witnesses beside the server, each a process of its own with a key and a memory of its own. */
export interface LocalWitnesses {
  /** The policy file that names them. */
  readonly policyFile: string;
  stop(): Promise<void>;
}

const COUNT = 3;
/** So many of them must cosign. One may rest: else a single one would stop the log. */
const QUORUM = 2;

/**
 * Starts three witnesses on this machine, so that heads are witnessed from the first minute, and writes the policy that asks for two of
 * them. They prove that the parts work together; trust comes from witnesses that others run (`VIALOG_POLICY`).
 */
export async function startLocalWitnesses(env: Env, logUrl: string): Promise<LocalWitnesses> {
  // A database of its own has a log of its own: its heads continue none of another's.
  const log = createHash('sha256')
    .update(env.databaseUrl ?? '')
    .digest('hex')
    .slice(0, 12);
  const folder = join(env.dataDir, 'witnesses', log);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const started: StartedWitness[] = [];
  const stop = async () => {
    await Promise.all(started.map(({ child }) => ended(child)));
  };
  try {
    for (let n = 1; n <= COUNT; n++)
      started.push(await startWitness(join(folder, `${n}`), `${env.origin}/witness-${n}`, logUrl));
  } catch (error) {
    await stop();
    throw error;
  }
  const policyFile = join(env.dataDir, LOCAL_POLICY);
  writeFileSync(policyFile, policyText(started), { mode: 0o600 });
  return { policyFile, stop };
}

function policyText(started: readonly StartedWitness[]): string {
  const witnesses = started.map(({ vkey, url }, at) => ({ name: `local-${at + 1}`, vkey, url }));
  const groups = [{ name: 'local', threshold: QUORUM, members: witnesses.map(({ name }) => name) }];
  return formatPolicy({ logs: [{ vkey: logVkey() }], witnesses, groups, quorum: 'local' });
}

interface StartedWitness {
  readonly child: ChildProcess;
  readonly vkey: Vkey;
  readonly url: string;
}

async function startWitness(file: string, name: string, logUrl: string): Promise<StartedWitness> {
  const child = spawn(
    process.execPath,
    [
      ...[
        '--import',
        `${repository}/scripts/end-with-parent.js`,
        `${repository}/lib/cli/vialog.js`,
        'witness',
      ],
      ...['--log', logUrl, '--log-key', formatVkey(logVkey()), '--listen', '127.0.0.1:0'],
      ...['--key', `${file}.key`, '--state', `${file}.state`, '--name', name, '--json'],
    ],
    // The terminal's Ctrl-C is answered once, by who started this.
    { cwd: repository, stdio: ['ignore', 'pipe', 'inherit', 'ipc'], detached: true },
  );
  const line = await new Promise<string | undefined>((resolve) => {
    child.stdout?.once('data', (bytes) => resolve(String(bytes)));
    child.once('error', () => resolve(undefined));
    child.once('exit', () => resolve(undefined));
  });
  const { vkey, url } = line === undefined ? {} : (JSON.parse(line) as { vkey?: string; url?: string });
  const key = parseVkey(vkey ?? '');
  if (url === undefined || !key.ok)
    throw new StepFailure(
      `The witness ${name} could not be started: mend what it says above, or name witnesses of your own with VIALOG_POLICY.`,
    );
  return { child, vkey: key.value, url };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await end;
}
