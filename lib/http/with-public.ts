import { isOwnPage } from './is-own-page.ts';
import { limitAddress } from './limits.ts';
import { problem } from './problem.ts';
import { serverFault } from './server-fault.ts';

/** A route handler for anybody: limited by address, not for other people's pages, and never with a stack trace. */
export const withPublic =
  (handle: (request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    try {
      const crowd = limitAddress(request, Date.now());
      if (crowd) return problem(crowd);
      if (!isOwnPage(request)) return problem({ code: 'auth/cross-site' });
      return await handle(request);
    } catch (error) {
      return serverFault(error);
    }
  };
