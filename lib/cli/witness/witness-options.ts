import type { Vkey } from '../../ledger/vkey.ts';
import { logKeyOption, strictArgs } from '../outsider-options.ts';
import { UnusableInput } from '../unusable-input.ts';

export const WITNESS_HELP = `Usage: vialog witness --log URL --listen ADDRESS --key FILE [options]

  Cosigns the heads of a log, each only where it continues the one before, so that the log cannot be rewritten or shown in two versions
  without its being seen. Keeps what it has seen across crashes.

Options:
  --log URL        where the log is served, such as https://vialog.example/log (may be given several times)
  --log-key VKEY   the key the log must sign with (several times). Without it the log is asked, once, and the answer remembered
  --listen ADDRESS host and port to answer on, such as 127.0.0.1:4001; port 0 takes any
  --key FILE       the witness's own key; made where there is none
  --name NAME      the witness's name, such as witness.example, needed to make the key
  --state FILE     what it has seen (FILE.state beside the key)
  --json           print the name, key and address as JSON`;

const OPTIONS = {
  log: { type: 'string', multiple: true },
  'log-key': { type: 'string', multiple: true },
  listen: { type: 'string' },
  key: { type: 'string' },
  name: { type: 'string' },
  state: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** What `vialog witness` was asked for. */
export interface WitnessOptions {
  /** Where the logs are served. */
  readonly logs: readonly string[];
  /** The keys they must sign with; none: they are asked. */
  readonly logKeys: readonly Vkey[];
  readonly host: string;
  readonly port: number;
  readonly keyFile: string;
  readonly name: string | undefined;
  readonly stateFile: string;
  readonly json: boolean;
}

/** Reads the options. Throws {@link UnusableInput} with the first that is missing or cannot be used. */
export function witnessOptions(args: readonly string[]): WitnessOptions {
  const {
    log,
    'log-key': logKeys = [],
    listen,
    key,
    name,
    state,
    json,
  } = strictArgs({
    ...{ args: [...args], options: OPTIONS, strict: true, allowPositionals: false },
  }).values;
  if (log === undefined) throw new UnusableInput('--log is missing.');
  if (listen === undefined) throw new UnusableInput('--listen is missing.');
  if (key === undefined) throw new UnusableInput('--key is missing.');
  for (const url of log) if (!URL.canParse(url)) throw new UnusableInput(`--log ${url} is no address.`);
  return {
    ...{ logs: log, logKeys: logKeys.map(logKeyOption), ...placeOf(listen) },
    ...{ keyFile: key, name, stateFile: state ?? `${key}.state`, json: json === true },
  };
}

function placeOf(listen: string): { readonly host: string; readonly port: number } {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(listen) ?? [];
  if (host === '' || Number(port) > 65_535)
    throw new UnusableInput('--listen must be a host and a port, such as 127.0.0.1:4001.');
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}
