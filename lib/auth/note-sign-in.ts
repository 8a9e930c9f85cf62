import { appendSignInLine, type SignInEvent } from '../store/sign-in-log.ts';
import type { SessionMeans } from './session-means.ts';
import { shortAddress } from './short-address.ts';

const AGENT_CHARACTERS = 300;

/** From where somebody signs in or changes how they do: the request's headers, and its address where it is known. */
export interface Whereabouts {
  readonly headers: Headers;
  readonly address: string;
}

/** Writes a line into the log of sign-ins. */
export const noteSignIn = (
  userId: string,
  what: SignInEvent,
  { headers, address }: Whereabouts,
  means?: SessionMeans,
): Promise<void> =>
  appendSignInLine({
    userId,
    what,
    means,
    address: shortAddress(address),
    agent: headers.get('user-agent')?.slice(0, AGENT_CHARACTERS),
  });
