import type { Vkey } from '../../ledger/vkey.ts';
import { logKeyOption, strictArgs, witnessOption } from '../outsider-options.ts';
import { UnusableInput } from '../unusable-input.ts';

export const AUDIT_HELP = `Usage: vialog audit URL [options]

  Reads a whole log over its tiles and checks what an outsider can: the signature of its head and the quorum of its witnesses, the
  layout of every entry, the chain of blocks, the keys and signatures of who acted, every tile, and that the head's root is that of
  the entries. Run again with the same
  state it goes on where it stood, and proves that nothing seen before has changed.

  URL              where the log is served, such as https://vialog.example/log

Options:
  --state FILE     remembers what was checked; makes a later run short, and a rewritten log plain
  --log-key VKEY   the key the log must sign with. Without it the log is asked, and the state remembers its answer
  --witness VKEY   a witness that must have cosigned, whatever the log's own policy says (several times)
  --json           answer in JSON`;

/** What `vialog audit` was asked for. */
export interface AuditOptions {
  readonly url: string;
  readonly stateFile: string | undefined;
  readonly logKey: Vkey | undefined;
  readonly witnesses: readonly Vkey[];
  readonly json: boolean;
}

const OPTIONS = {
  state: { type: 'string' },
  'log-key': { type: 'string' },
  witness: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

/** Reads the options. Throws {@link UnusableInput} with the first that cannot be used. */
export function auditOptions(args: readonly string[]): AuditOptions {
  const { values, positionals } = strictArgs({
    ...{ args: [...args], options: OPTIONS, strict: true, allowPositionals: true },
  });
  const [url, ...more] = positionals;
  if (url === undefined || more.length > 0) throw new UnusableInput('One address of a log is needed.');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new UnusableInput(`${url} is no address.`);
  return {
    ...{ url, stateFile: values.state, json: values.json === true },
    logKey: values['log-key'] === undefined ? undefined : logKeyOption(values['log-key']),
    witnesses: (values.witness ?? []).map(witnessOption),
  };
}
