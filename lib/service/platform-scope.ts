import { mintScope } from '../auth/mint-scope.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import { loadOrganisation } from '../store/load-organisation.ts';
import { loadPlaces } from '../store/organisations.ts';

/** On whose behalf the platform acts, and who does it. */
export interface ActingFor {
  readonly organisation: Gln;
  /** One of the organisation's own; `undefined`: the whole organisation. */
  readonly location: Gln | undefined;
  /** For the log of use. */
  readonly actor: `platform:${string}`;
}

/**
 * The scope in which the platform itself acts for an organisation: the command line's and the history import's. `undefined` where the
 * organisation is not registered or the location is not its own. Never for a request from outside: nobody is authenticated here.
 */
export async function platformScope({
  organisation,
  location,
  actor,
}: ActingFor): Promise<OrgScope | undefined> {
  const found = await loadOrganisation(organisation);
  if (!found) return undefined;
  const place = location === undefined ? undefined : (await loadPlaces([location])).get(location);
  if (location !== undefined && place?.organisation !== organisation) return undefined;
  const { role, realm, country } = found;
  return mintScope({
    organisation,
    organisationRole: role,
    realm,
    country,
    userRole: 'admin',
    location,
    actor,
  });
}
