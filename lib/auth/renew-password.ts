import { SHORTEST_PASSWORD } from './create-user.ts';
import { signInEngine } from './sign-in-engine.ts';

/**
 * Gives the person with this e-mail another password and ends all their sessions; gives their id, or `undefined` where there is no
 * such person. Throws where the password is too short.
 */
export async function renewPassword(email: string, password: string): Promise<string | undefined> {
  if (password.length < SHORTEST_PASSWORD) throw new Error('a password has at least twelve characters');
  const { internalAdapter, password: passwords } = await signInEngine().$context;
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
  if (!found) return undefined;
  const { id } = found.user;
  const hash = await passwords.hash(password);
  if (found.accounts.some(({ providerId }) => providerId === 'credential')) {
    await internalAdapter.updatePassword(id, hash);
  } else {
    await internalAdapter.linkAccount({
      userId: id,
      providerId: 'credential',
      accountId: id,
      password: hash,
    });
  }
  await internalAdapter.deleteUserSessions(id);
  return id;
}
