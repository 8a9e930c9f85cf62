import { createUser, type NewUser, SHORTEST_PASSWORD } from '../../auth/create-user.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { loadOrganisation } from '../../store/load-organisation.ts';
import { findPerson } from '../../store/load-people.ts';
import { savePlatformAdministrator } from '../../store/memberships.ts';
import { platformScope } from '../platform-scope.ts';

/** Why a person is not made. */
export type PersonError =
  | { readonly code: 'person/exists' }
  | { readonly code: 'person/password-too-short'; readonly shortest: number }
  | { readonly code: 'person/organisation-unknown'; readonly organisation: string }
  | { readonly code: 'person/location-not-theirs'; readonly location: string };

/** A person as the platform makes it: a member of organisations, or an administrator of the platform, or both. */
export interface NewPerson extends NewUser {
  readonly platformAdministrator: boolean;
}

/** Makes a person who can sign in, and gives their id. Errors: those of {@link PersonError}; then nothing is made. */
export async function createPerson(person: NewPerson): Promise<Result<string, PersonError>> {
  const fault = await faultOf(person);
  if (fault) return err(fault);
  const id = await createUser(person);
  if (person.platformAdministrator) await savePlatformAdministrator(id);
  return ok(id);
}

async function faultOf({ email, password, memberships }: NewPerson): Promise<PersonError | undefined> {
  if (password.length < SHORTEST_PASSWORD)
    return { code: 'person/password-too-short', shortest: SHORTEST_PASSWORD };
  if ((await findPerson(email)) !== undefined) return { code: 'person/exists' };
  for (const { organisation, location } of memberships) {
    if (!(await loadOrganisation(organisation))) return { code: 'person/organisation-unknown', organisation };
    const scope = await platformScope({ organisation, location, actor: 'platform:cli' });
    if (!scope && location !== undefined) return { code: 'person/location-not-theirs', location };
  }
  return undefined;
}
