import { parseArgs } from 'node:util';
import { parseInstant } from '../kernel/instant.ts';
import { runBacktest } from './backtest/run-backtest.ts';
import { scoreBacktest, scoreTable } from './backtest/score-backtest.ts';
import type { ConsoleIo } from './console-io.ts';
import { UnusableInput } from './unusable-input.ts';

/** The verb `backtest`. */
export async function backtest(args: readonly string[], io: ConsoleIo): Promise<number> {
  const values = readOptions(args);
  if (values.in === undefined || values.out === undefined)
    throw new UnusableInput('--in and --out are needed.');
  const until = values.until === undefined ? undefined : parseInstant(values.until);
  if (until && !until.ok) throw new UnusableInput('--until is not a time such as 2026-05-01T00:00:00Z.');
  const skipInvalid = values['skip-invalid'] === true;
  const { dispensed } = await runBacktest(
    { from: values.in, to: values.out, until: until?.value, skipInvalid },
    io,
  );
  if (values.labels !== undefined) io.out(scoreTable(scoreBacktest(values.labels, values.out, dispensed)));
  return 0;
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        in: { type: 'string' },
        out: { type: 'string' },
        until: { type: 'string' },
        workers: { type: 'string' },
        'skip-invalid': { type: 'boolean' },
        labels: { type: 'string' },
      },
    }).values;
  } catch (fault) {
    throw fault instanceof TypeError ? new UnusableInput(fault.message) : fault;
  }
}
