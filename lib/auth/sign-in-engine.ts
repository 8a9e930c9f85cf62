import { betterAuth } from 'better-auth';
import { env } from '../env.ts';
import { loadMemberships } from '../store/memberships.ts';
import { pool } from '../store/pool.ts';
import { sessionSecret } from './session-secret.ts';

/** Sessions last a working week and are renewed daily while in use. */
const SESSION_SECONDS = 7 * 24 * 3600;
const RENEW_SECONDS = 24 * 3600;

/**
 * better-auth with e-mail and password; people are made by administrators, never by themselves. A session is bound to the first
 * organisation of its person, and to the location of that membership, as it is made (custody.md 5).
 */
const makeEngine = () =>
  betterAuth({
    database: pool(),
    secret: sessionSecret(),
    baseURL: env().baseUrl,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 256 },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: RENEW_SECONDS,
      additionalFields: {
        organisation: { type: 'string', required: false, input: false },
        location: { type: 'string', required: false, input: false },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: { useSecureCookies: env().baseUrl.startsWith('https:') },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const [membership] = await loadMemberships(session.userId);
            const { organisation, location } = membership ?? {};
            return { data: { ...session, organisation: organisation ?? null, location: location ?? null } };
          },
        },
      },
    },
  });

type Engine = ReturnType<typeof makeEngine>;

let engine: Engine | undefined;

/** The one engine of this process, made at the first call. */
export function signInEngine(): Engine {
  engine ??= makeEngine();
  return engine;
}
