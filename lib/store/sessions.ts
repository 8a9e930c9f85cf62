import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';

/** A session as its person sees it in a list. */
export interface SessionRow {
  readonly id: string;
  readonly startedAt: Instant;
  readonly expiresAt: Instant;
  readonly organisation: Gln | undefined;
  readonly means: string;
  readonly address: string | undefined;
  readonly agent: string | undefined;
}

interface Row {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly organisation: Gln | null;
  readonly means: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** More sessions than this nobody keeps track of. */
const MOST = 100;

/** The sessions of a person that have not ended, the latest first, a hundred at most. */
export async function loadSessions(userId: string): Promise<readonly SessionRow[]> {
  const { rows } = await pool().query<Row>({
    name: 'sessions',
    text: `select id, "createdAt", "expiresAt", organisation, means, "ipAddress", "userAgent" from "session"
      where "userId" = $1 and "expiresAt" > now() order by "createdAt" desc, id limit ${MOST}`,
    values: [userId],
  });
  return rows.map((row) => ({
    id: row.id,
    startedAt: instantOfDate(row.createdAt),
    expiresAt: instantOfDate(row.expiresAt),
    organisation: row.organisation ?? undefined,
    means: row.means,
    address: row.ipAddress ?? undefined,
    agent: row.userAgent ?? undefined,
  }));
}

/** Ends one session of a person, or all (`undefined`): whoever uses one is asked to sign in again. Gives how many there were. */
export async function deleteSessions(userId: string, id: string | undefined): Promise<number> {
  const { rowCount } = await pool().query({
    name: 'delete-sessions',
    text: 'delete from "session" where "userId" = $1 and ($2::text is null or id = $2)',
    values: [userId, id],
  });
  return rowCount ?? 0;
}
