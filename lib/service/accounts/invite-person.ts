import { createHash, randomBytes } from 'node:crypto';
import { administers } from '../../auth/administers.ts';
import { invitationLink } from '../../auth/invitation-link.ts';
import type { OrgScope } from '../../custody/org-scope.ts';
import { type Instant, momentOf } from '../../kernel/instant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { type InvitedPlace, insertInvitation } from '../../store/invitations.ts';
import { isOwnPlaces } from './is-own-places.ts';

/** Whom an organisation wants, as what, and until when they may accept. */
export interface InvitationOrder {
  readonly email: string;
  /** At least one, no location twice. */
  readonly places: readonly InvitedPlace[];
  /** 1 to 30. */
  readonly days: number;
}

/** An invitation that was made. Its token is told this once. */
export interface Invited {
  readonly id: string;
  readonly token: string;
  /** Where it is accepted. */
  readonly link: string;
  readonly expiresAt: Instant;
}

export type InviteError =
  /** Only who administers every place named. */
  | { readonly code: 'auth/forbidden' }
  | { readonly code: 'person/email' }
  | { readonly code: 'person/places' };

const TOKEN_BYTES = 32;
const DAY_MS = 86_400_000;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,255}$/;

/** What is kept of a token, and looked up: 256 random bits cannot be guessed. */
export const invitationTokenHash = (token: string): Uint8Array =>
  Uint8Array.from(createHash('sha256').update(token).digest());

/**
 * Invites a person to the scope's organisation, at `at`. Whoever has the token's link can accept once, for this e-mail address and these
 * places only. Errors: those of {@link InviteError}; then nothing is made.
 */
export async function invitePerson(
  scope: OrgScope,
  { email, places, days }: InvitationOrder,
  at: Instant,
): Promise<Result<Invited, InviteError>> {
  const may = await Promise.all(places.map(({ location }) => administers(scope, location)));
  if (places.length === 0 || !(await isOwnPlaces(scope, places))) return err({ code: 'person/places' });
  if (!may.every(Boolean)) return err({ code: 'auth/forbidden' });
  const address = email.trim().toLowerCase();
  if (!EMAIL.test(address)) return err({ code: 'person/email' });
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = momentOf(at + Math.min(Math.max(days, 1), 30) * DAY_MS);
  const tokenSha256 = invitationTokenHash(token);
  const id = await insertInvitation(scope, { email: address, tokenSha256, places, expiresAt });
  return ok({ id, token, link: invitationLink(token), expiresAt });
}
