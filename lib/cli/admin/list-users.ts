import { loadPeople } from '../../store/load-people.ts';
import type { AdminRun } from './admin-run.ts';
import { tableLines } from './table-lines.ts';

/** Every person, a line for each organisation they work for. */
export const listUsers: AdminRun = async () => {
  const rows = await loadPeople();
  return {
    lines: tableLines(
      ['E-MAIL', 'NAME', 'ORGANISATION', 'ROLE', 'LOCATION', 'PLATFORM'],
      rows.map((row) => [
        row.email,
        row.name,
        row.organisation,
        row.userRole,
        row.location,
        row.platformAdministrator ? 'administrator' : undefined,
      ]),
    ),
    json: rows,
  };
};
