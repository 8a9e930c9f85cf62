import { signInEngine } from './sign-in-engine.ts';

/** Takes a person out of the platform, with everything that they sign in by. */
export async function removeUser(userId: string): Promise<void> {
  const { internalAdapter } = await signInEngine().$context;
  await internalAdapter.deleteUser(userId);
}
