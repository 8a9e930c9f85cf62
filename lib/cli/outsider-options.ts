import { type ParseArgsConfig, parseArgs } from 'node:util';
import { KEY_TYPE, parseVkey, type Vkey } from '../ledger/vkey.ts';
import { UnusableInput } from './unusable-input.ts';

/** `parseArgs` of Node, strict. Throws {@link UnusableInput} with what it says. */
export function strictArgs<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UnusableInput(error instanceof Error ? error.message : String(error));
  }
}

/** The key that a log signs with, as `--log-key` gives it. Throws {@link UnusableInput}. */
export const logKeyOption = (text: string): Vkey => keyOption('--log-key', text, KEY_TYPE.ed25519);

/** The key that a witness cosigns with, as `--witness` gives it. Throws {@link UnusableInput}. */
export const witnessOption = (text: string): Vkey => keyOption('--witness', text, KEY_TYPE.cosignature);

function keyOption(option: string, text: string, type: Vkey['type']): Vkey {
  const vkey = parseVkey(text);
  if (!vkey.ok) throw new UnusableInput(`${option} is no verifier key (${vkey.error.code}).`);
  if (vkey.value.type !== type) throw new UnusableInput(`${option} is a key of another kind.`);
  return vkey.value;
}
