import { ADMIN_COMMANDS, type AdminCommand } from './admin-commands.ts';

/** What `vialog admin --help` says. */
export function adminHelp(): string {
  const names = Object.keys(ADMIN_COMMANDS);
  const width = Math.max(...names.map((name) => name.length));
  const lines = Object.entries(ADMIN_COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return [
    'Usage: vialog admin COMMAND [options]',
    '',
    'Commands:',
    ...lines,
    '',
    '  vialog admin COMMAND --help tells the options.  --json answers in JSON.',
    '  Works on DATABASE_URL, else on the embedded database while "npm start" runs on the same VIALOG_DATA_DIR.',
  ].join('\n');
}

/** What `vialog admin COMMAND --help` says. */
export function commandHelp(name: string, { summary, options, switches = {} }: AdminCommand): string {
  const given = Object.entries(options).map(([option, { value, help, required, multiple }]) => {
    const more = required ? '' : multiple ? ' (optional, more than once)' : ' (optional)';
    return [`--${option} ${value}`, `${help}${more}`] as const;
  });
  const switched = Object.entries(switches).map(([option, help]) => [`--${option}`, help] as const);
  const lines = [...given, ...switched, ['--json', 'answer in JSON'] as const];
  const width = Math.max(...lines.map(([option]) => option.length));
  return [
    `Usage: vialog admin ${name} [options]`,
    '',
    `  ${summary}`,
    '',
    'Options:',
    ...lines.map(([option, help]) => `  ${option.padEnd(width)}  ${help}`),
  ].join('\n');
}
