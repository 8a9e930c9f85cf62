import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/**
 * A plugin of the sign-in engine that opens a session for a person without asking for anything: for the accounts of the demo world, whom
 * a second factor of their own must not stop. It can be called by the server only, never over HTTP.
 */
export const demoSessions = () =>
  ({
    id: 'demo-sessions',
    endpoints: {
      openDemoSession: createAuthEndpoint.serverOnly(
        {
          method: 'POST',
          body: z.object({ email: z.string(), ipAddress: z.string(), userAgent: z.string() }),
        },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const { email, ...device } = ctx.body;
          const found = await internalAdapter.findUserByEmail(email);
          if (!found) return ctx.json({ opened: false });
          const session = await internalAdapter.createSession(found.user.id, false, {
            ...device,
            means: 'demo',
          });
          await setSessionCookie(ctx, { session, user: found.user });
          return ctx.json({ opened: true });
        },
      ),
    },
  }) as const;
