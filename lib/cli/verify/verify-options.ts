import type { Vkey } from '../../ledger/vkey.ts';
import { logKeyOption, strictArgs, witnessOption } from '../outsider-options.ts';
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
  const { values, positionals } = strictArgs({
    ...{ args: [...args], options: OPTIONS, strict: true, allowPositionals: true },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UnusableInput('One file is needed.');
  const logKey = values['log-key'];
  return {
    ...{ file, json: values.json === true },
    logKey: logKey === undefined ? undefined : logKeyOption(logKey),
    witnesses: (values.witness ?? []).map(witnessOption),
  };
}
