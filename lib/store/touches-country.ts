import type { OrgScope } from '../custody/org-scope.ts';
import type { SqlValues } from './sql-values.ts';

/**
 * Whether the pack `${alias}.uri` in the realm `${alias}.realm` touched the reader's country, by what others reported of it or of a
 * container while it was inside: nobody
 * brings a pack before itself by naming it (custody.md 6).
 */
export const touchesCountry = (
  { organisation, country }: OrgScope,
  alias: string,
  values: SqlValues,
): string =>
  `(exists (select from event_object h join event he on he.id = h.event
    where h.realm = ${alias}.realm and h.uri = ${alias}.uri and ${touches('he', values, { organisation, country })})
   or (exists (select from containment c where c.realm = ${alias}.realm and c.item = ${alias}.uri)
     and exists (select from moves_around(${alias}.realm, ${alias}.uri) m join event me on me.id = m.event
       where ${touches('me', values, { organisation, country })})))`;

const touches = (
  event: string,
  values: SqlValues,
  { organisation, country }: Pick<OrgScope, 'organisation' | 'country'>,
): string =>
  `${values.add(country)} = any (${event}.countries) and ${event}.reporter <> ${values.add(organisation)}`;
