import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { type Place, placesOfRole } from '../../components/frame/places-of-role.ts';
import { PAGE } from '../../components/page-addresses.ts';
import { type Person, personOfSession } from '../../lib/auth/scope-of-session.ts';
import { localPath } from './local-path.ts';

/** Somebody who is signed in, with proof of who they speak for. */
export type Member = Person & { readonly scope: NonNullable<Person['scope']> };

/**
 * Who is signed in, asked of the database once for each request. Anybody else is led to the sign-in page, and back afterwards; whose
 * organisation demands a second factor, to where it is set up.
 */
export const requireMember = cache(async (): Promise<Member> => {
  const asked = await headers();
  const person = await personOfSession(asked);
  if (person.ok && person.value.scope) return { ...person.value, scope: person.value.scope };
  if (person.ok && person.value.needsSecondFactor) redirect(PAGE.demandedFactor);
  const next = localPath(asked.get('x-vialog-path'));
  redirect(
    next === null || next === PAGE.home ? PAGE.signIn : `${PAGE.signIn}?next=${encodeURIComponent(next)}`,
  );
});

/** Proof of who asks, for the one query or service of a page or an action. */
export const requireScope = async (): Promise<Member['scope']> => (await requireMember()).scope;

/** The same for a page that is a place of some roles only; for the others there is nothing at its address. */
export async function requireScopeAt(place: Place['name']): Promise<Member['scope']> {
  const scope = await requireScope();
  if (!placesOfRole(scope.organisationRole).some(({ name }) => name === place)) notFound();
  return scope;
}
