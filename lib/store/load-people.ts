import type { UserRole } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import { pool } from './pool.ts';

/** A person with a place in an organisation, as a list of the platform shows it. */
export interface PersonRow {
  readonly email: string;
  readonly name: string;
  /** Absent for a member of no organisation. */
  readonly organisation: Gln | undefined;
  readonly userRole: UserRole | undefined;
  readonly location: Gln | undefined;
  readonly platformAdministrator: boolean;
}

interface Row {
  readonly email: string;
  readonly name: string;
  readonly organisation: Gln | null;
  readonly userRole: UserRole | null;
  readonly location: Gln | null;
  readonly platformAdministrator: boolean;
}

/** Every person who can sign in, a line for each membership, by e-mail. For the platform's own work. */
export async function loadPeople(): Promise<readonly PersonRow[]> {
  const { rows } = await pool().query<Row>(
    `select u.email, u.name, m.organisation, m.user_role as "userRole", m.location,
        exists (select from platform_administrator p where p.user_id = u.id) as "platformAdministrator"
       from "user" u left join membership m on m.user_id = u.id order by u.email, m.organisation`,
  );
  return rows.map((row) => ({
    ...row,
    organisation: row.organisation ?? undefined,
    userRole: row.userRole ?? undefined,
    location: row.location ?? undefined,
  }));
}

/** The id of the person with this e-mail. */
export async function findPerson(email: string): Promise<string | undefined> {
  const { rows } = await pool().query<{ readonly id: string }>('select id from "user" where email = $1', [
    email.toLowerCase(),
  ]);
  return rows[0]?.id;
}
