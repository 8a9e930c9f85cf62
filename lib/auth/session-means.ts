/** By what a session was opened. */
export type SessionMeans = 'password' | 'totp' | 'recovery' | 'passkey' | 'demo';

/** Where the sign-in engine opens sessions by more than a password. */
const BY_PATH: Readonly<Record<string, SessionMeans>> = {
  '/two-factor/verify-totp': 'totp',
  '/two-factor/verify-backup-code': 'recovery',
  '/passkey/verify-authentication': 'passkey',
};

/** By what a session is opened that the engine makes at `path`; a session of the demo world stays one. */
export const meansOf = (path: string | undefined, before: unknown): SessionMeans =>
  before === 'demo' ? 'demo' : (BY_PATH[path ?? ''] ?? 'password');

/**
 * True where more than a password was asked for. A passkey counts, for it is taken only where its holder was verified too (WebAuthn
 * level 3 section 6.2.3); a demo session is nobody's.
 */
export const isStrong = (means: string | null | undefined): boolean =>
  means !== undefined && means !== null && means !== 'password';
