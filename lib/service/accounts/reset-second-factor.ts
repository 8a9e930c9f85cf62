import { findPerson } from '../../store/load-people.ts';
import { deleteSecondFactor } from '../../store/second-factors.ts';

/**
 * Takes the second factor and the passkeys of the person with this e-mail address away and ends their sessions: for who has lost both and
 * has shown otherwise who they are. False where nobody signs in with it. For the platform's own work.
 */
export async function resetSecondFactor(email: string): Promise<boolean> {
  const userId = await findPerson(email);
  if (userId === undefined) return false;
  await deleteSecondFactor(userId);
  return true;
}
