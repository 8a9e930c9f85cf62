import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import { env } from '../env.ts';
import { loadMemberships } from '../store/memberships.ts';
import { pool } from '../store/pool.ts';
import { demoSessions } from './demo-sessions.ts';
import { requireVerifiedHolder } from './require-verified-holder.ts';
import { meansOf } from './session-means.ts';
import { sessionSecret } from './session-secret.ts';
import { shortAddress } from './short-address.ts';

/** Sessions last a working week and are renewed daily while in use. */
const SESSION_SECONDS = 7 * 24 * 3600;
const RENEW_SECONDS = 24 * 3600;
/** For so long after signing in somebody may add a way to sign in. */
const FRESH_SECONDS = 3600;
/** For so long a second factor is waited for. */
const CHALLENGE_SECONDS = 300;
const AGENT_CHARACTERS = 300;

/** Shown by authenticator apps beside the address. */
const ISSUER = 'Vialog';

/**
 * better-auth with e-mail and password, second factors and passkeys; people are made by administrators or invited by them, never by
 * themselves. A session is bound to the first organisation of its person, and to the location of that membership, as it is made
 * (custody.md 5).
 */
const makeEngine = () =>
  betterAuth({
    appName: ISSUER,
    database: pool(),
    secret: sessionSecret(),
    baseURL: env().baseUrl,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 256 },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: RENEW_SECONDS,
      freshAge: FRESH_SECONDS,
      additionalFields: {
        organisation: { type: 'string', required: false, input: false },
        location: { type: 'string', required: false, input: false },
        means: { type: 'string', required: false, input: false },
      },
    },
    plugins: [
      twoFactor({ issuer: ISSUER, twoFactorCookieMaxAge: CHALLENGE_SECONDS }),
      passkey({
        rpID: new URL(env().baseUrl).hostname,
        rpName: ISSUER,
        origin: env().baseUrl,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: requireVerifiedHolder },
        authentication: { afterVerification: requireVerifiedHolder },
      }),
      demoSessions(),
    ],
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/two-factor/*': { window: 60, max: 10 },
        '/passkey/verify-authentication': { window: 60, max: 30 },
      },
    },
    advanced: { useSecureCookies: env().baseUrl.startsWith('https:') },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({ data: await boundSession(session, context?.path) }),
        },
      },
    },
  });

type Engine = ReturnType<typeof makeEngine>;

interface NewSession extends Readonly<Record<string, unknown>> {
  readonly userId: string;
}

/** A session that takes the place of another stays where that stood. */
async function boundSession<S extends NewSession>(session: S, path: string | undefined) {
  const [membership] = session['organisation'] ? [] : await loadMemberships(session.userId);
  const place = membership
    ? { organisation: membership.organisation, location: membership.location ?? null }
    : { organisation: session['organisation'] ?? null, location: session['location'] ?? null };
  const { ipAddress, userAgent } = session;
  return {
    ...session,
    ...place,
    means: meansOf(path, session['means']),
    ipAddress: shortAddress(typeof ipAddress === 'string' ? ipAddress : undefined) ?? null,
    userAgent: typeof userAgent === 'string' ? userAgent.slice(0, AGENT_CHARACTERS) : null,
  };
}

let engine: Engine | undefined;

/** The one engine of this process, made at the first call. */
export function signInEngine(): Engine {
  engine ??= makeEngine();
  return engine;
}
