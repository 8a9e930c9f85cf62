/**
 * lib/cli: `vialog`, the command line. Exit codes: 0 good, 1 what was asked for failed, 2 the input cannot be used.
 */
import { type ConsoleIo, processIo } from './console-io.ts';
import { UnusableInput } from './unusable-input.ts';

const HELP = `Usage: vialog VERB [options]

Verbs:
  verify   check an evidence bundle, offline
  audit    check a whole log as an outsider, over its tiles
  witness  cosign the heads of a log, so that it cannot be rewritten unseen
  fsck     compare everything in the database with everything else
  admin    set up the platform: administrators, organisations, places, people, API keys
  simulate write the history of an invented supply chain, with labelled attacks
  backtest show a history to the detectors, and write what they find

  vialog VERB --help tells more.  --json answers in JSON.  Progress and faults go to standard error.
  Exit codes: 0 good, 1 failed, 2 the input cannot be used.`;

/** Runs the command line with `args` and gives its exit code. */
export async function main(args: readonly string[], io: ConsoleIo = processIo): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === undefined) {
    io.err(HELP);
    return 2;
  }
  if (verb === '--help' || verb === '-h' || verb === 'help') {
    io.out(HELP);
    return 0;
  }
  if (verb === 'admin') return administer(rest, io);
  if (isOutsiders(verb)) return answered(verb, rest, io);
  io.err(`There is no verb "${verb}". vialog --help lists them.`);
  return 2;
}

/** What people use who do not trust the operator: they bring their own text of help. */
const OUTSIDERS = {
  verify: async () => {
    const { verify } = await import('./verify.ts');
    const { VERIFY_HELP } = await import('./verify/verify-options.ts');
    return { run: verify, help: VERIFY_HELP };
  },
  audit: async () => {
    const { audit } = await import('./audit.ts');
    const { AUDIT_HELP } = await import('./audit/audit-options.ts');
    return { run: audit, help: AUDIT_HELP };
  },
  witness: async () => {
    const { witness } = await import('./witness.ts');
    const { WITNESS_HELP } = await import('./witness/witness-options.ts');
    return { run: witness, help: WITNESS_HELP };
  },
  fsck: async () => {
    const { fsck } = await import('./fsck.ts');
    const { FSCK_HELP } = await import('./fsck/fsck-options.ts');
    return { run: fsck, help: FSCK_HELP };
  },
  simulate: async () => {
    const { simulate } = await import('./simulate.ts');
    const { SIMULATE_HELP } = await import('./simulate/simulate-help.ts');
    return { run: simulate, help: SIMULATE_HELP };
  },
  backtest: async () => {
    const { backtest } = await import('./backtest.ts');
    const { BACKTEST_HELP } = await import('./backtest/backtest-help.ts');
    return { run: backtest, help: BACKTEST_HELP };
  },
} as const;

const isOutsiders = (verb: string): verb is keyof typeof OUTSIDERS => Object.hasOwn(OUTSIDERS, verb);

async function answered(
  verb: keyof typeof OUTSIDERS,
  args: readonly string[],
  io: ConsoleIo,
): Promise<number> {
  const { run, help } = await OUTSIDERS[verb]();
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    io.out(help);
    return 0;
  }
  try {
    return await run(args, io);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    io.err(`${error.message} vialog ${verb} --help tells more.`);
    return 2;
  }
}

/** The other verbs must run without the server's code, so it is loaded for this one alone. */
async function administer(args: readonly string[], io: ConsoleIo): Promise<number> {
  const { admin } = await import('./admin.ts');
  try {
    return await admin(args, io);
  } finally {
    const { closeStore } = await import('../store/pool.ts');
    await closeStore();
  }
}
