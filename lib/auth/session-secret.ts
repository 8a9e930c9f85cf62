import { randomBytes } from 'node:crypto';
import { env } from '../env.ts';
import { keptSecret } from '../store/kept-secret.ts';

/** What session cookies are signed with: `VIALOG_SECRET`, else made once and kept in the data folder. */
export const sessionSecret = (): string =>
  env().secret ?? keptSecret('session-secret', () => randomBytes(32).toString('base64url'));
