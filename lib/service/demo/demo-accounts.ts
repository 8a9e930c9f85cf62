import { randomBytes } from 'node:crypto';
import { createUser } from '../../auth/create-user.ts';
import { issueApiKeyFor, revokeApiKey } from '../../auth/issue-api-key.ts';
import { renewPassword } from '../../auth/renew-password.ts';
import { type Instant, instantOf } from '../../kernel/instant.ts';
import { API_SCOPES, loadApiKeys } from '../../store/api-keys.ts';
import { certain } from './demo-identifiers.ts';
import type { DemoOrganisation } from './demo-organisation.ts';
import { CONFORMANCE, DEMO_ORGANISATIONS } from './demo-organisations.ts';
import { demoScope } from './demo-scope.ts';

/** A person who can sign in to the demo world; interfaces.md section 1. */
export interface DemoUser {
  readonly role: string;
  readonly organisation: string;
  readonly gln: string;
  /** GLN of the one location that the account is bound to. */
  readonly location: string;
  readonly email: string;
  readonly password: string;
}

/** A key by the account of its organisation, with the location that it is bound to. */
export interface DemoKey {
  readonly account: string;
  readonly location: string;
  readonly text: string;
}

const KEY_NAME = 'Demo';
const KEY_LIFE_MS = 365 * 24 * 3_600_000;
const PASSWORD_BYTES = 15;

/** Makes an account for each organisation of the demo world, or gives the accounts new passwords. */
export async function renewDemoUsers(): Promise<readonly DemoUser[]> {
  const users: DemoUser[] = [];
  for (const organisation of DEMO_ORGANISATIONS) users.push(await renewedUser(organisation));
  return users;
}

async function renewedUser({ gln, name, role, account, sites }: DemoOrganisation): Promise<DemoUser> {
  const [site] = sites;
  const email = `${account}@vialog.example`;
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const memberships = [{ organisation: gln, userRole: 'admin', location: site.gln }] as const;
  const person = { email, name: `${name}, ${site.name}`, password, memberships };
  if ((await renewPassword(email, password)) === undefined) await createUser(person);
  return { role, organisation: name, gln, location: site.gln, email, password };
}

/** Issues a key to each organisation of the demo world and to the sandbox; those issued before are revoked. */
export async function renewDemoKeys(now: Instant): Promise<readonly DemoKey[]> {
  const keys: DemoKey[] = [];
  for (const organisation of [...DEMO_ORGANISATIONS, CONFORMANCE])
    keys.push(await renewedKey(organisation, now));
  return keys;
}

async function renewedKey({ gln, account, sites }: DemoOrganisation, now: Instant): Promise<DemoKey> {
  const [site] = sites;
  const scope = await demoScope(site);
  for (const key of await loadApiKeys(scope)) {
    if (key.name === KEY_NAME && key.revokedAt === undefined) await revokeApiKey(scope, key.id);
  }
  const order = { name: KEY_NAME, location: site.gln, userRole: 'admin', scopes: API_SCOPES } as const;
  const expiresAt = certain(instantOf(now + KEY_LIFE_MS));
  const { text } = await issueApiKeyFor(gln, { ...order, expiresAt }, scope.actor);
  return { account, location: site.gln, text };
}
