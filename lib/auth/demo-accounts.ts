import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ORGANISATION_ROLES, type OrganisationRole } from '../custody/org-scope.ts';
import { env } from '../env.ts';
import { findPerson } from '../store/load-people.ts';
import { noteSignIn, type Whereabouts } from './note-sign-in.ts';
import { type SessionCookie, sessionCookiesOf } from './session-cookie.ts';
import { signInEngine } from './sign-in-engine.ts';

/** An account of the demo world. Its password stays on the server. */
export interface DemoAccount {
  readonly role: OrganisationRole;
  readonly organisation: string;
  readonly email: string;
}

const shape = z.object({
  users: z.array(
    z.object({
      role: z.enum(ORGANISATION_ROLES),
      organisation: z.string(),
      email: z.string(),
      password: z.string(),
    }),
  ),
});

/** The accounts that demo.json names (interfaces.md 1); `undefined` outside demo mode, or before the demo world is loaded. */
export const demoAccounts = (): readonly DemoAccount[] | undefined =>
  accounts()?.map(({ role, organisation, email }) => ({ role, organisation, email }));

/** Signs in as a demo account by one click, in demo mode only: the cookies to set, or `undefined`. */
export async function openDemoSession(
  email: string,
  from: Whereabouts,
): Promise<readonly SessionCookie[] | undefined> {
  if (!accounts()?.some((each) => each.email === email)) return undefined;
  const userAgent = from.headers.get('user-agent') ?? '';
  const body = { email, userAgent, ipAddress: from.address };
  const answer = await signInEngine().api.openDemoSession({ body, asResponse: true });
  const userId = await findPerson(email);
  if (!answer.ok || userId === undefined) return undefined;
  await noteSignIn(userId, 'signed-in', from, 'demo');
  return sessionCookiesOf(answer.headers);
}

/** Read at each call: the file is rewritten when the demo world is. */
function accounts(): z.infer<typeof shape>['users'] | undefined {
  if (!env().demo) return undefined;
  try {
    return shape.parse(JSON.parse(readFileSync(join(env().dataDir, 'demo.json'), 'utf8'))).users;
  } catch {
    return undefined;
  }
}
