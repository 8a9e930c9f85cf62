import { randomBytes } from 'node:crypto';
import { env } from '../env.ts';
import type { NoteSigner } from '../ledger/signed-note.ts';
import { formatSignerKey, parseSignerKey, signerVkey } from '../ledger/signer-key.ts';
import type { Vkey } from '../ledger/vkey.ts';
import { keptSecret } from './kept-secret.ts';

let known: NoteSigner | undefined;

/**
 * What signs the log's heads: `VIALOG_LOG_KEY` as Go's sumdb/note writes a signer, else a key made once and kept in the data folder.
 * Its name is the log's (`VIALOG_ORIGIN`). Throws one sentence where it is malformed or another log's; the key is not repeated.
 */
export function logSigner(): NoteSigner {
  known ??= readSigner(env().origin);
  return known;
}

/** The key that everybody verifies the log's heads with. */
export const logVkey = (): Vkey => signerVkey(logSigner());

function readSigner(origin: string): NoteSigner {
  const make = () => formatSignerKey({ name: origin, seed: randomBytes(32) });
  const given = env().logKey;
  const signer = parseSignerKey(given ?? keptSecret('log-key', make));
  const called = given === undefined ? 'The key file log-key in the data folder' : 'VIALOG_LOG_KEY';
  if (!signer.ok)
    throw new Error(
      `${called} must be a signer of Go's sumdb/note (PRIVATE+KEY+name+id+key): ${signer.error.code}.`,
    );
  if (signer.value.name !== origin)
    throw new Error(
      `${called} is the key of ${signer.value.name}, and VIALOG_ORIGIN says ${origin}: a log's name never changes.`,
    );
  return signer.value;
}
