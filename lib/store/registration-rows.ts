import type { OrgScope } from '../custody/org-scope.ts';
import { pool } from './pool.ts';

/** One row of a registration, and what is wrong with it, if anything is. */
export interface RegistrationRow {
  /** Counted from 1. */
  readonly row: number;
  /** Null: left out. */
  readonly serial: string | null;
  readonly fault: string | null;
}

/** Which rows are asked for. */
export interface RowsAsked {
  readonly afterRow: number;
  readonly limit: number;
  readonly onlyFaulty: boolean;
}

/** Rows of a registration of the scope's organisation behind `afterRow`, from the pieces that hold them alone. */
export async function loadRegistrationRows(
  scope: OrgScope,
  job: string,
  { afterRow, limit, onlyFaulty }: RowsAsked,
): Promise<readonly RegistrationRow[]> {
  const own = `exists (select from job j where j.id = $1 and j.organisation = $2 and j.realm = $3)`;
  const { rows } = await pool().query<RegistrationRow>(
    onlyFaulty
      ? `select f.row, f.serial, f.code as fault from registration_fault f
          where f.job = $1 and ${own} and f.row > $4 order by f.row limit $5`
      : `select s.row, s.serial, f.code as fault
          from (select c.first_row + s.ord::int - 1 as row, s.serial
                  from (select * from registration_chunk where job = $1 and ${own} and first_row <= $4::int + $5::int
                    and first_row > $4::int - 10000 order by first_row) c,
                  unnest(c.serials) with ordinality as s (serial, ord)) s
          left join registration_fault f on f.job = $1 and f.row = s.row
         where s.row > $4 order by s.row limit $5`,
    [job, scope.organisation, scope.realm, afterRow, limit],
  );
  return rows;
}
