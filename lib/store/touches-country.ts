import type { OrgScope } from '../custody/org-scope.ts';
import type { SqlValues } from './sql-values.ts';

/**
 * Whether the pack `${alias}.uri` in the realm `${alias}.realm` touched the reader's country, by what others reported of it: nobody
 * brings a pack before itself by naming it (custody.md 6).
 */
export const touchesCountry = (
  { organisation, country }: OrgScope,
  alias: string,
  values: SqlValues,
): string =>
  `exists (select from event_object h join event he on he.id = h.event
    where h.realm = ${alias}.realm and h.uri = ${alias}.uri and ${values.add(country)} = any (he.countries)
      and he.reporter <> ${values.add(organisation)})`;
