import { cookies } from 'next/headers';
import type { SessionCookie } from '../../lib/auth/session-cookie.ts';

/** Hands the browser what the sign-in engine gave. */
export async function setCookies(given: readonly SessionCookie[]): Promise<void> {
  const jar = await cookies();
  for (const cookie of given) jar.set(cookie);
}
