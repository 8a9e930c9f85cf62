/**
 * Where something that nobody foresaw happened: its name, its code and the lines of the stack, for the journal. The message is left out,
 * for a database puts the values of rows into it, and what ties a pack to a person is not logged.
 */
export function faultTrace(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return [`${error.name}${code}`, ...frames].join('\n');
}
