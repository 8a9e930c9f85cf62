import { loadStandings } from '../../store/licences.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';
import { tableLines } from './table-lines.ts';

/** The licences of an organisation. */
export const listLicences: AdminRun = async (input) => {
  const { gln } = await registeredOrganisation(input);
  const rows = (await loadStandings([gln])).get(gln)?.licences ?? [];
  return {
    lines: tableLines(
      ['ACTIVITY', 'MARKET', 'FROM', 'TO'],
      rows.map((row) => [row.activity, row.market, row.validFrom, row.validTo]),
    ),
    json: rows,
  };
};
