import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { NoteSigner } from '../../ledger/signed-note.ts';
import { formatSignerKey, parseSignerKey } from '../../ledger/signer-key.ts';
import { isKeyName } from '../../ledger/vkey.ts';
import { UnusableInput } from '../unusable-input.ts';

/** Reads a signer's key, or makes one under `name`, for its owner's eyes only. Throws {@link UnusableInput} with the reason. */
export function keyFile(file: string, name: string | undefined): NoteSigner {
  const text = textOf(file);
  if (text === undefined) return makeKey(file, name);
  const signer = parseSignerKey(text.trim());
  if (!signer.ok) throw new UnusableInput(`${file} holds no signing key (${signer.error.code}).`);
  if (name !== undefined && name !== signer.value.name)
    throw new UnusableInput(`The key in ${file} is that of ${signer.value.name}, not of ${name}.`);
  return signer.value;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UnusableInput(`The key file ${file} cannot be read: ${String(error)}.`);
  }
}

function makeKey(file: string, name: string | undefined): NoteSigner {
  if (name === undefined)
    throw new UnusableInput(
      `There is no key in ${file} yet: give the witness a name with --name to make one.`,
    );
  if (!isKeyName(name)) throw new UnusableInput('--name must have no blanks and no plus sign.');
  const signer = { name, seed: Uint8Array.from(randomBytes(32)) };
  try {
    writeFileSync(file, `${formatSignerKey(signer)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    throw new UnusableInput(`The key file ${file} cannot be written: ${String(error)}.`);
  }
  return signer;
}
