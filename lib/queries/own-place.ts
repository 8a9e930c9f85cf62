import 'server-only';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import { loadLocations } from '../store/locations.ts';
import { loadParties } from '../store/organisations.ts';

/** Where the holder of a scope stands. */
export interface OwnPlace {
  readonly organisation: string;
  /** `undefined` where the organisation has no place of its own. */
  readonly gln: Gln | undefined;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly country: string;
}

/** The place a scope is bound to; a scope of the whole organisation stands at the first of its places. */
export async function ownPlace(scope: OrgScope): Promise<OwnPlace> {
  const [parties, places] = await Promise.all([
    loadParties([scope.organisation]),
    loadLocations(scope.organisation),
  ]);
  const organisation = parties.get(scope.organisation)?.name ?? scope.organisation;
  const place = places.find(({ gln }) => gln === scope.location) ?? places[0];
  return {
    organisation,
    gln: place?.gln,
    name: place?.name ?? organisation,
    timeZone: place?.timeZone ?? 'UTC',
    country: place?.country ?? scope.country,
  };
}
