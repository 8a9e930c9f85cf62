import { parseArgs } from 'node:util';
import { KEY_TYPE, parseVkey, type Vkey } from '../../ledger/vkey.ts';
import { UnusableInput } from '../unusable-input.ts';

export const VERIFY_HELP = `Usage: vialog verify FILE [options]

  Checks an evidence bundle offline: that the log whose key is given signed the head, that enough witnesses cosigned it, that every event
  stands in the log as shown, and that nothing was left out of a history that is called whole. docs/bundle.md describes the file.

  FILE             a bundle, as pages of packs, batches and findings give it

Options:
  --log-key VKEY   the key the log must have signed with. Without it the bundle's own is taken, which only shows that it agrees with itself
  --witness VKEY   a witness that must have cosigned, whatever the bundle's policy says (several times)
  --json           answer in JSON`;

/** What `vialog verify` was asked for. */
export interface VerifyOptions {
  readonly file: string;
  readonly logKey: Vkey | undefined;
  readonly witnesses: readonly Vkey[];
  readonly json: boolean;
}

const OPTIONS = {
  'log-key': { type: 'string' },
  witness: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

/** Reads the options. Throws {@link UnusableInput} with the first that cannot be used. */
export function verifyOptions(args: readonly string[]): VerifyOptions {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UnusableInput('One file is needed.');
  const logKey = values['log-key'];
  return {
    ...{ file, json: values.json === true },
    logKey: logKey === undefined ? undefined : keyOf('--log-key', logKey, KEY_TYPE.ed25519),
    witnesses: (values.witness ?? []).map((text) => keyOf('--witness', text, KEY_TYPE.cosignature)),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UnusableInput(error instanceof Error ? error.message : String(error));
  }
}

function keyOf(option: string, text: string, type: Vkey['type']): Vkey {
  const vkey = parseVkey(text);
  if (!vkey.ok) throw new UnusableInput(`${option} is no verifier key (${vkey.error.code}).`);
  if (vkey.value.type !== type) throw new UnusableInput(`${option} is a key of another kind.`);
  return vkey.value;
}
