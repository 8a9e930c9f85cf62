import type { OrgScope } from '../custody/org-scope.ts';
import { type Gln, parseGln } from '../gs1/gln.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { isPlatformAdministrator, loadMemberships, type Membership } from '../store/memberships.ts';
import type { AuthError } from './auth-error.ts';
import { scopeOfStanding } from './scope-of-standing.ts';
import { isStrong } from './session-means.ts';
import { signInEngine } from './sign-in-engine.ts';
import { standingOf } from './standing-of.ts';

/** A person who is signed in. */
export interface Person {
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  /** Absent for a member of no organisation, and where `needsSecondFactor`. */
  readonly scope: OrgScope | undefined;
  /** The organisation demands a second factor, and the session was opened without one. */
  readonly needsSecondFactor: boolean;
  /** By more than a password. */
  readonly isStrong: boolean;
  readonly hasSecondFactor: boolean;
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
  const standing = standingOf(memberships, storedGln(session.organisation), storedGln(session.location));
  const needsSecondFactor = standing?.membership.demandsSecondFactor === true && !isStrong(session.means);
  return ok({
    userId: user.id,
    sessionId: session.id,
    name: user.name,
    email: user.email,
    scope: standing && !needsSecondFactor ? scopeOfStanding(standing, user.id) : undefined,
    needsSecondFactor,
    isStrong: isStrong(session.means),
    hasSecondFactor: user.twoFactorEnabled === true,
    memberships,
  });
}

/** A session keeps GLNs as text; one that was never bound has none. */
function storedGln(text: string | null | undefined): Gln | undefined {
  const gln = parseGln(text ?? '');
  return gln.ok ? gln.value : undefined;
}

/**
 * The scope of who is signed in. Errors: `auth/no-credentials`; `auth/second-factor-needed`; `auth/forbidden` for a member of no
 * organisation.
 */
export async function scopeOfSession(headers: Headers): Promise<Result<OrgScope, AuthError>> {
  const person = await personOfSession(headers);
  if (!person.ok) return person;
  const { scope, needsSecondFactor } = person.value;
  if (scope) return ok(scope);
  return err({ code: needsSecondFactor ? 'auth/second-factor-needed' : 'auth/forbidden' });
}

/** The administrator of the platform who is signed in. Errors: `auth/no-credentials`, `auth/forbidden`. */
export async function administratorOfSession(headers: Headers): Promise<Result<Person, AuthError>> {
  const person = await personOfSession(headers);
  if (!person.ok) return person;
  return (await isPlatformAdministrator(person.value.userId)) ? person : err({ code: 'auth/forbidden' });
}
