import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import { pool } from './pool.ts';

/** A place of another organisation, for lists to choose from. */
export interface PartnerPlaceRow {
  readonly gln: Gln;
  readonly name: string;
  readonly organisation: string;
  readonly city: string;
  readonly country: string;
}

/** The places of the scope's realm that goods can go to: those of every other organisation that handles packs, by organisation. */
export async function loadPartnerPlaces(scope: OrgScope): Promise<readonly PartnerPlaceRow[]> {
  const { rows } = await pool().query<PartnerPlaceRow>({
    name: 'partner-places',
    text: `select l.gln, l.name, o.name as organisation, l.city, l.country
      from location l join organisation o on o.gln = l.organisation
     where o.realm = $1 and o.gln <> $2 and o.role not in ('regulator', 'auditor')
     order by o.name, l.name, l.gln`,
    values: [scope.realm, scope.organisation],
  });
  return rows;
}
