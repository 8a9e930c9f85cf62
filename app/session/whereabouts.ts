import { headers } from 'next/headers';
import type { Whereabouts } from '../../lib/auth/note-sign-in.ts';
import { clientAddress } from '../../lib/http/client-address.ts';

/** Who asks, by cookies and browser, and from which address: what the sign-in is limited by and logged with. */
export async function whereabouts(): Promise<Whereabouts> {
  const asked = await headers();
  return { headers: new Headers(asked), address: clientAddress(asked) };
}
