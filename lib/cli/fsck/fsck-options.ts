import { parseArgs } from 'node:util';
import { KEY_TYPE, parseVkey, type Vkey } from '../../ledger/vkey.ts';
import { UnusableInput } from '../unusable-input.ts';

export const FSCK_HELP = `Usage: vialog fsck [options]

  Compares everything that the database holds with everything else, for who operates the platform: each event's document with its
  payload commitments, its leaf, the leaf's hash, the tiles and the signed heads; the chain of blocks; the chain of each object's
  events; the state of each pack, container and batch with the fold of its events; observations, statements and grants with what the
  log has of them; and the references between rows. Each fault is told with its table, row and field. A difference from today's
  register, which may have changed since, is told as a doubt. The platform may go on working meanwhile.

  What no check can see: the findings kept with an event (event.flags), and the salt of a received document's own hash, for
  only its reporter has the bytes.

Options:
  --state FILE     remembers how far it came; an interrupted check goes on there
  --log-key VKEY   a key that signs the log's heads, or once did (several times). Without it, the key of this installation
  --json           a line of JSON for each fault and doubt, and one for the whole at the end

  Works on DATABASE_URL, else on the embedded database while "npm start" runs on the same VIALOG_DATA_DIR.
  Exit codes: 0 nothing is wrong (there may be doubts), 1 faults were found, 2 the input cannot be used.`;

/** What `vialog fsck` was asked for. */
export interface FsckOptions {
  readonly stateFile: string | undefined;
  /** Empty: the key of this installation. */
  readonly logKeys: readonly Vkey[];
  readonly json: boolean;
}

const OPTIONS = {
  state: { type: 'string' },
  'log-key': { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

/** Reads the options. Throws {@link UnusableInput} with the first that cannot be used. */
export function fsckOptions(args: readonly string[]): FsckOptions {
  const values = parsed(args);
  const logKeys = (values['log-key'] ?? []).map((text): Vkey => {
    const vkey = parseVkey(text);
    if (!vkey.ok) throw new UnusableInput(`--log-key is no verifier key (${vkey.error.code}).`);
    if (vkey.value.type !== KEY_TYPE.ed25519) throw new UnusableInput('--log-key is a key of another kind.');
    return vkey.value;
  });
  return { stateFile: values.state, logKeys, json: values.json === true };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UnusableInput(error instanceof Error ? error.message : String(error));
  }
}
