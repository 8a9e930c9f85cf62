import { utf8Of } from '../../kernel/bytes.ts';
import { openNote } from '../../ledger/signed-note.ts';
import { parseVkey } from '../../ledger/vkey.ts';
import { sealText } from './bundle.ts';
import { BundleRefusal } from './bundle-fault.ts';
import { digestOf } from './format-bundle.ts';
import type { ReadBundle } from './read-bundle.ts';

/** Checks that the seal is over all the rest of the file, by the key that the file names. Throws {@link BundleRefusal}. */
export function checkSeal({ seal, sealKey, sealed }: ReadBundle, origin: string): void {
  const key = parseVkey(sealKey);
  if (!key.ok) throw new BundleRefusal('bundle/seal-key', '/sealKey', key.error.code);
  const opened = openNote(utf8Of(seal), [key.value]);
  if (!opened.ok) throw new BundleRefusal('bundle/seal', '/seal', opened.error.code);
  // One signature and no more: a line that nobody checks could be changed unseen.
  if (opened.value.unverified.length > 0 || opened.value.text !== sealText(origin, digestOf(sealed)))
    throw new BundleRefusal('bundle/seal', '/seal');
}
