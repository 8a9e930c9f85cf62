import type { EventRef } from '../../custody/pack-state.ts';
import type { Gln } from '../../gs1/gln.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { LOG_ID } from '../log-id.ts';
import type { Db } from '../transaction.ts';

/** A row of `observation` whole, with the commitment that the log has of it or will have. */
export interface ObservationToCheck {
  readonly id: EventRef;
  readonly realm: number;
  readonly at: Date;
  readonly organisation: string | null;
  readonly location: string | null;
  readonly device: string | null;
  readonly entry_mode: string;
  readonly operation: string;
  readonly gtin: string;
  readonly serial: string;
  readonly lot: string | null;
  readonly expiry: string | null;
  readonly verdict: string;
  readonly code: string;
  readonly severity: number;
  readonly reasons: Json;
  readonly salt: Buffer;
  readonly commitment: Buffer | null;
}

/** The observations behind `after` in the order of their ids. */
export async function loadObservationPage(
  db: Db,
  after: EventRef,
  limit: number,
): Promise<readonly ObservationToCheck[]> {
  const { rows } = await db.query<ObservationToCheck>({
    name: 'fsck-observations',
    text: `select o.*, coalesce((select m.commitment from ledger.observation_member m where m.observation = o.id),
        (select q.commitment from ledger.observation_pending q where q.observation = o.id limit 1)) as commitment
      from observation o where o.id > $1 order by o.id limit $2`,
    values: [after, limit],
  });
  return rows;
}

/** A row of `statement` whole, with its leaf from the log or from the queue, and what its grant says. */
export interface StatementToCheck {
  readonly id: EventRef;
  readonly realm: number;
  readonly organisation: Gln;
  readonly kind: number;
  /** What it is about: one of the two. */
  readonly grant_id: EventRef | null;
  readonly event: EventRef | null;
  readonly at: Date;
  readonly groups: { readonly [name: string]: Json };
  readonly field_names: readonly string[];
  readonly field_salts: Buffer;
  readonly field_commitments: Buffer;
  readonly leaf: Buffer | null;
}

/** The statements behind `after` in the order of their ids. */
export async function loadStatementPage(
  db: Db,
  after: EventRef,
  limit: number,
): Promise<readonly StatementToCheck[]> {
  const { rows } = await db.query<StatementToCheck>({
    name: 'fsck-statements',
    text: `select s.*, coalesce((select n.leaf from ledger.entry n where n.log_id = $3 and n.event_id = s.id),
        (select q.leaf from ledger.pending q where q.log_id = $3 and q.event_id = s.id)) as leaf
      from statement s where s.id > $1 order by s.id limit $2`,
    values: [after, limit, LOG_ID],
  });
  return rows;
}
