import { parseArgs } from 'node:util';
import { ADMIN_COMMANDS, type AdminCommand, type AdminCommandName } from './admin-commands.ts';
import { adminHelp, commandHelp } from './admin-help.ts';
import type { AdminInput } from './admin-input.ts';
import type { ConsoleIo } from './console-io.ts';
import { sentenceFor } from './sentence-for.ts';
import { UnusableInput } from './unusable-input.ts';

const isHelp = (arg: string | undefined): boolean => arg === '--help' || arg === '-h';

const isCommand = (name: string): name is AdminCommandName => Object.hasOwn(ADMIN_COMMANDS, name);

/** `vialog admin`: works on the database directly, for who operates the platform. Gives the exit code. */
export async function admin(args: readonly string[], io: ConsoleIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || isHelp(name)) {
    (name === undefined ? io.err : io.out)(adminHelp());
    return name === undefined ? 2 : 0;
  }
  if (!isCommand(name)) {
    io.err(`There is no command "${name}". vialog admin --help lists them.`);
    return 2;
  }
  if (rest.some(isHelp)) {
    io.out(commandHelp(name, ADMIN_COMMANDS[name]));
    return 0;
  }
  return answered(name, rest, io);
}

async function answered(name: AdminCommandName, args: readonly string[], io: ConsoleIo): Promise<number> {
  try {
    const { input, json } = inputOf(ADMIN_COMMANDS[name], args);
    // Only now, so that help needs neither a database nor its client.
    const { runAdminCommand } = await import('./admin/run-admin-command.ts');
    const answer = await runAdminCommand(name, input, io);
    if (json) io.out(JSON.stringify(answer.json, null, 2));
    else for (const line of answer.lines) io.out(line);
    return 0;
  } catch (error) {
    const told = sentenceFor(error);
    io.err(told);
    return error instanceof UnusableInput ? 2 : 1;
  }
}

function inputOf(command: AdminCommand, args: readonly string[]): { input: AdminInput; json: boolean } {
  const options = Object.fromEntries([
    ...Object.entries(command.options).map(
      ([name, { multiple = false }]) => [name, { type: 'string', multiple }] as const,
    ),
    ...Object.keys(command.switches ?? {}).map((name) => [name, { type: 'boolean' }] as const),
    ['json', { type: 'boolean' }] as const,
  ]);
  const { json, ...values } = parsed(args, options);
  for (const [name, { required }] of Object.entries(command.options)) {
    if (required && (values[name] === undefined || values[name] === ''))
      throw new UnusableInput(`--${name} is missing.`);
  }
  return { input: values, json: json === true };
}

function parsed(
  args: readonly string[],
  options: Readonly<Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>>,
): AdminInput {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false })
      .values as AdminInput;
  } catch (error) {
    throw new UnusableInput(error instanceof Error ? error.message : String(error));
  }
}
