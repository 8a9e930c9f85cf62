import { randomBytes } from 'node:crypto';
import { env } from '../env.ts';
import type { NoteSigner } from '../ledger/signed-note.ts';
import { formatSignerKey, parseSignerKey } from '../ledger/signer-key.ts';
import { keptSecret } from './kept-secret.ts';

let known: NoteSigner | undefined;

/**
 * What seals evidence bundles: a key of its own, made once and kept in the data folder, so that the log's key signs nothing but heads. Its
 * name is the log's with `/bundle` behind it.
 */
export function bundleSigner(): NoteSigner {
  known ??= readSigner(`${env().origin}/bundle`);
  return known;
}

function readSigner(name: string): NoteSigner {
  const signer = parseSignerKey(
    keptSecret('bundle-key', () => formatSignerKey({ name, seed: randomBytes(32) })),
  );
  if (!signer.ok)
    throw new Error(`The key file bundle-key in the data folder cannot be read: ${signer.error.code}.`);
  // A log that was renamed before it signed anything keeps its key under the new name.
  return { ...signer.value, name };
}
