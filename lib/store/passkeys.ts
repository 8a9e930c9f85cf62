import type { Instant } from '../kernel/instant.ts';
import { instantOfNullable } from './instant-of-date.ts';
import { pool } from './pool.ts';

/** A passkey as its person sees it in a list. */
export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant | undefined;
  /** True where it is kept by more than one device. */
  readonly backedUp: boolean;
}

/** The passkeys of a person, oldest first. Nobody has many: they are given whole. */
export async function loadPasskeys(userId: string): Promise<readonly PasskeyRow[]> {
  const { rows } = await pool().query<{
    readonly id: string;
    readonly name: string | null;
    readonly createdAt: Date | null;
    readonly backedUp: boolean;
  }>({
    name: 'passkeys',
    text: `select id, name, "createdAt", "backedUp" from "passkey" where "userId" = $1 order by "createdAt", id`,
    values: [userId],
  });
  return rows.map((row) => ({ ...row, name: row.name ?? '', createdAt: instantOfNullable(row.createdAt) }));
}

/** Takes away a passkey of this person. False where there is none of this id. */
export async function deletePasskey(userId: string, id: string): Promise<boolean> {
  const { rowCount } = await pool().query('delete from "passkey" where "userId" = $1 and id = $2', [
    userId,
    id,
  ]);
  return rowCount === 1;
}
