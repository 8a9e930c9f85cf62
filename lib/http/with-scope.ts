/**
 * lib/http: bodies, limits, and the single table from error to answer. Every route of the interface is made by {@link withScope}.
 */
import { authenticate } from '../auth/authenticate.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { clientAddress } from './client-address.ts';
import { isOwnPage } from './is-own-page.ts';
import { limitAddress, limitCaller } from './limits.ts';
import { problem } from './problem.ts';
import { serverFault } from './server-fault.ts';

/** What a key must be allowed to do. */
export type WantedScope = Parameters<typeof authenticate>[1];

/** Answers a request of somebody who is known and may do this. */
export type ScopedHandler = (scope: OrgScope, request: Request) => Promise<Response>;

/**
 * A route handler for whoever may do what `wanted` names, by key or by session: limited, safe from other people's pages, and never
 * with a stack trace. `handle` parses, calls and answers.
 */
export const withScope =
  (wanted: WantedScope, handle: ScopedHandler) =>
  async (request: Request): Promise<Response> => {
    try {
      return await admitted(wanted, handle, request);
    } catch (error) {
      return serverFault(error);
    }
  };

async function admitted(wanted: WantedScope, handle: ScopedHandler, request: Request): Promise<Response> {
  const crowd = limitAddress(request, Date.now());
  if (crowd) return problem(crowd);
  if (!isOwnPage(request)) return problem({ code: 'auth/cross-site' });
  const scope = await authenticate(request, wanted, clientAddress(request.headers));
  if (!scope.ok) return problem(scope.error);
  const busy = limitCaller(scope.value, Date.now());
  return busy ? problem(busy) : handle(scope.value, request);
}
