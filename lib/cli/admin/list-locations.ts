import { loadLocations } from '../../store/locations.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';
import { tableLines } from './table-lines.ts';

/** The places of an organisation. */
export const listLocations: AdminRun = async (input) => {
  const { gln } = await registeredOrganisation(input);
  const rows = await loadLocations(gln);
  return {
    lines: tableLines(
      ['GLN', 'NAME', 'KIND', 'CITY', 'COUNTRY', 'TIME ZONE'],
      rows.map((row) => [row.gln, row.name, row.kind, row.city, row.country, row.timeZone]),
    ),
    json: rows,
  };
};
