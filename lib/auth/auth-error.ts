/** Why nobody, or not this one, may go on. */
export type AuthError =
  /** Neither a key nor a session came with the request. */
  | { readonly code: 'auth/no-credentials' }
  /** The key is malformed, unknown or revoked, or the session has ended: which of them is not told. */
  | { readonly code: 'auth/bad-key' }
  | { readonly code: 'auth/expired-key' }
  /** The organisation demands a second factor, and the session was opened without one. */
  | { readonly code: 'auth/second-factor-needed' }
  /** Known, but not entitled to this. */
  | { readonly code: 'auth/forbidden' };
