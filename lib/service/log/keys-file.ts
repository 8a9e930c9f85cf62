import { base64Of } from '../../kernel/base64.ts';
import { hexOf } from '../../kernel/bytes.ts';
import { signerVkey } from '../../ledger/signer-key.ts';
import { formatVkey } from '../../ledger/vkey.ts';
import { blockListSigner } from '../../store/block-list-key.ts';
import { bundleSigner } from '../../store/bundle-key.ts';
import { logVkey } from '../../store/log-key.ts';
import { type LogFile, logText } from './log-file.ts';

/**
 * The keys that signed heads of this log, oldest first, as JSON: each with the sizes it signed from and, once it is replaced, up to.
 * The key has never been replaced: the publisher refuses to sign with another than the one of the last head.
 * Beside them stand the keys that sign block lists for devices and seal evidence bundles; they sign nothing of the log.
 */
export function keysFile(): LogFile {
  const vkey = logVkey();
  const keys = [
    {
      vkey: formatVkey(vkey),
      algorithm: 'Ed25519',
      keyId: hexOf(vkey.keyId),
      publicKey: base64Of(vkey.publicKey),
      fromSize: '0',
      toSize: null,
    },
  ];
  const blockLists = [{ vkey: formatVkey(signerVkey(blockListSigner())), algorithm: 'Ed25519' }];
  const bundles = [{ vkey: formatVkey(signerVkey(bundleSigner())), algorithm: 'Ed25519' }];
  return logText(JSON.stringify({ origin: vkey.name, keys, blockLists, bundles }), 'application/json');
}
