import type { UserRole } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import { saveMembership } from '../store/memberships.ts';
import { signInEngine } from './sign-in-engine.ts';

/** A person with a password, and where they belong. */
export interface NewUser {
  readonly email: string;
  readonly name: string;
  /** At least twelve characters. */
  readonly password: string;
  readonly memberships: readonly {
    readonly organisation: Gln;
    readonly userRole: UserRole;
    readonly location: Gln | undefined;
  }[];
}

/** Characters in a password at least. */
export const SHORTEST_PASSWORD = 12;

/** Makes a person who can sign in, and gives its id. Throws where the e-mail is taken or the password too short. */
export async function createUser({ email, name, password, memberships }: NewUser): Promise<string> {
  if (password.length < SHORTEST_PASSWORD) throw new Error('a password has at least twelve characters');
  const { internalAdapter, password: passwords } = await signInEngine().$context;
  const user = await internalAdapter.createUser({ email: email.toLowerCase(), name, emailVerified: true });
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await passwords.hash(password),
  });
  for (const membership of memberships) await saveMembership({ userId: user.id, ...membership });
  return user.id;
}
