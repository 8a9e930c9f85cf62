import type { Ed25519KeyFault } from '../../kernel/ed25519-key-fault.ts';

/** Why a key is not registered, or not ended. */
export interface KeyFault {
  readonly code:
    | Ed25519KeyFault
    | 'auth/forbidden'
    | 'not-found'
    | 'key/known'
    | 'key/not-active'
    | 'key/draft'
    | 'key/signature'
    | 'key/signer';
}
