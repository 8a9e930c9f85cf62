import { loadEveryOrganisation } from '../../store/load-organisation.ts';
import { loadParties } from '../../store/organisations.ts';
import type { AdminRun } from './admin-run.ts';
import { tableLines } from './table-lines.ts';

/** Every organisation, with its company prefixes and who may report for it. */
export const listOrganisations: AdminRun = async () => {
  const organisations = await loadEveryOrganisation();
  const parties = await loadParties(organisations.map(({ gln }) => gln));
  const rows = organisations.map(({ createdAt: _createdAt, ...organisation }) => ({
    ...organisation,
    companyPrefixes: parties.get(organisation.gln)?.companyPrefixes ?? [],
    agents: parties.get(organisation.gln)?.agents ?? [],
  }));
  return {
    lines: tableLines(
      ['GLN', 'NAME', 'ROLE', 'COUNTRY', 'GROUP', 'SANDBOX', 'PREFIXES', 'AGENTS'],
      rows.map((row) => [
        row.gln,
        row.name,
        row.role,
        row.country,
        row.ownerGroup,
        row.sandbox ? 'yes' : 'no',
        row.companyPrefixes.join(' '),
        row.agents.join(' '),
      ]),
    ),
    json: rows,
  };
};
