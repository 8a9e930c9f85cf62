import type { OrgScope } from '../custody/org-scope.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { isPlatformAdministrator, loadMemberships, type Membership } from '../store/memberships.ts';
import type { AuthError } from './auth-error.ts';
import { mintScope } from './mint-scope.ts';
import { signInEngine } from './sign-in-engine.ts';

/** A person who is signed in. `scope` is absent for a member of no organisation. */
export interface Person {
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly scope: OrgScope | undefined;
  readonly memberships: readonly Membership[];
}

/**
 * Who is signed in, by the cookies in `headers`. What the session says is checked against the memberships of this moment, so a
 * person who was taken out of an organisation has no more scope there. Errors: `auth/no-credentials`.
 */
export async function personOfSession(headers: Headers): Promise<Result<Person, AuthError>> {
  const found = await signInEngine().api.getSession({ headers });
  if (!found) return err({ code: 'auth/no-credentials' });
  const { session, user } = found;
  const memberships = await loadMemberships(user.id);
  const membership = memberships.find((one) => one.organisation === session.organisation);
  return ok({
    userId: user.id,
    sessionId: session.id,
    name: user.name,
    email: user.email,
    scope: membership && scopeOf(membership, session.location, user.id),
    memberships,
  });
}

/** A member of one location stands there; a member of the whole organisation where the session was bound to. */
function scopeOf(membership: Membership, bound: string | null | undefined, userId: string): OrgScope {
  const { organisation, organisationRole, realm, country, userRole } = membership;
  const location = membership.location ?? (bound as Membership['location'] | null) ?? undefined;
  return mintScope({
    organisation,
    organisationRole,
    realm,
    country,
    userRole,
    location,
    actor: `user:${userId}`,
  });
}

/** The scope of who is signed in. Errors: `auth/no-credentials`; `auth/forbidden` for a member of no organisation. */
export async function scopeOfSession(headers: Headers): Promise<Result<OrgScope, AuthError>> {
  const person = await personOfSession(headers);
  if (!person.ok) return person;
  return person.value.scope ? ok(person.value.scope) : err({ code: 'auth/forbidden' });
}

/** The administrator of the platform who is signed in. Errors: `auth/no-credentials`, `auth/forbidden`. */
export async function administratorOfSession(headers: Headers): Promise<Result<Person, AuthError>> {
  const person = await personOfSession(headers);
  if (!person.ok) return person;
  return (await isPlatformAdministrator(person.value.userId)) ? person : err({ code: 'auth/forbidden' });
}
