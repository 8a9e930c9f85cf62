import { createUser, SHORTEST_PASSWORD } from '../../auth/create-user.ts';
import { removeUser } from '../../auth/remove-user.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { findOpenInvitation, type OpenInvitation, spendInvitation } from '../../store/invitations.ts';
import { findPerson } from '../../store/load-people.ts';
import { saveMembership } from '../../store/memberships.ts';
import { appendSignInLine } from '../../store/sign-in-log.ts';
import { inTransaction } from '../../store/transaction.ts';
import { invitationTokenHash } from './invite-person.ts';

/** Who accepts: somebody who signs in with the address already and is signed in now, or a new person. */
export type Accepting =
  | { readonly kind: 'known'; readonly userId: string; readonly email: string }
  | { readonly kind: 'new'; readonly name: string; readonly password: string };

export type AcceptError =
  /** Unknown, used, taken back or too old: which of them is not told. */
  | { readonly code: 'invitation/not-valid' }
  /** It is for another address than the one signed in with. */
  | { readonly code: 'invitation/other-person' }
  /** Somebody signs in with the address already, and must do so first. */
  | { readonly code: 'invitation/sign-in-first' }
  | { readonly code: 'person/password-too-short'; readonly shortest: number };

/** What the link of an invitation shows; `undefined` for one that cannot be accepted. */
export const seeInvitation = (token: string): Promise<OpenInvitation | undefined> =>
  findOpenInvitation(invitationTokenHash(token));

/**
 * Accepts an invitation once: makes the person where they are new, and a member with the roles it names. What they are elsewhere in the
 * organisation stays. Gives the e-mail address to sign in with. Errors: those of {@link AcceptError}; then nothing is changed.
 */
export async function acceptInvitation(
  token: string,
  accepting: Accepting,
): Promise<Result<string, AcceptError>> {
  const invitation = await seeInvitation(token);
  if (!invitation) return err({ code: 'invitation/not-valid' });
  const person = await personFor(invitation, accepting);
  if (!person.ok) return person;
  if (await joined(invitation, person.value)) return ok(invitation.email);
  // Another accepted it in between: somebody who belongs nowhere must not be left behind.
  if (accepting.kind === 'new') await removeUser(person.value);
  return err({ code: 'invitation/not-valid' });
}

async function personFor(
  { email, isKnown }: OpenInvitation,
  accepting: Accepting,
): Promise<Result<string, AcceptError>> {
  if (accepting.kind === 'known')
    return accepting.email === email ? ok(accepting.userId) : err({ code: 'invitation/other-person' });
  if (isKnown) return err({ code: 'invitation/sign-in-first' });
  const { name, password } = accepting;
  if (password.length < SHORTEST_PASSWORD)
    return err({ code: 'person/password-too-short', shortest: SHORTEST_PASSWORD });
  try {
    return ok(await createUser({ email, name, password, memberships: [] }));
  } catch (error) {
    // Of two who accept at once, the address is taken for the second.
    if ((await findPerson(email)) === undefined) throw error;
    return err({ code: 'invitation/not-valid' });
  }
}

async function joined({ id, organisation, places }: OpenInvitation, userId: string): Promise<boolean> {
  const isUsed = await inTransaction(async (tx) => {
    if (!(await spendInvitation(tx, id))) return false;
    for (const { location, userRole } of places)
      await saveMembership({ userId, organisation, userRole, location }, tx);
    return true;
  });
  if (isUsed)
    await appendSignInLine({
      ...{ userId, what: 'invitation-accepted', means: undefined, address: undefined, agent: undefined },
    });
  return isUsed;
}
