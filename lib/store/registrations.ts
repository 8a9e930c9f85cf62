import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';
import { type Db, inTransaction } from './transaction.ts';

/** How far a registration is. What stands behind `recording` is stored, what stands before it is not. */
export type RegistrationPhase =
  | 'uploading'
  | 'generating'
  | 'checking'
  /** Faulty rows wait for a person. */
  | 'mending'
  /** Every row is in order, and somebody is to say that it begins. */
  | 'checked'
  | 'recording'
  | 'done'
  /** The whole of it cannot be registered, whatever its rows. */
  | 'refused';

/** Where the serial numbers come from. */
export type SerialSource = 'list' | 'csv' | 'epcis' | 'generated';

/** Packs of one batch that are to be commissioned together, or not at all. */
export interface Registration {
  /** The job that works on it. */
  readonly job: string;
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly expiry: LocalDate;
  readonly eventTime: Instant;
  readonly source: SerialSource;
  readonly phase: RegistrationPhase;
  /** When the phase began. */
  readonly since: Instant;
  readonly startsByItself: boolean;
  /** Rows given, those left out among them. */
  readonly given: number;
  /** Rows to be generated. */
  readonly wanted: number;
  readonly checked: number;
  readonly leftOut: number;
  readonly faults: number;
  /** Why the whole of it cannot be registered. */
  readonly refused: Json | null;
}

/** What a registration begins with. */
export type NewRegistration = Pick<
  Registration,
  'job' | 'gtin' | 'lot' | 'expiry' | 'eventTime' | 'source' | 'phase' | 'startsByItself' | 'wanted'
>;

/** Keeps a registration. Its job must be kept in the same transaction. */
export async function insertRegistration(db: Db, registration: NewRegistration): Promise<void> {
  const { job, gtin, lot, expiry, eventTime, source, phase, startsByItself, wanted } = registration;
  await db.query(
    `insert into registration (job, gtin, lot, expiry, event_time, source, phase, starts_by_itself, wanted)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [job, gtin, lot, expiry, new Date(eventTime), source, phase, startsByItself, wanted],
  );
}

interface Row extends Omit<Registration, 'eventTime' | 'since'> {
  readonly eventTime: Date;
  readonly since: Date;
}

const COLUMNS = `r.job, r.gtin, r.lot, r.expiry, r.event_time as "eventTime", r.source, r.phase, r.since,
  r.starts_by_itself as "startsByItself", r.given, r.wanted, r.checked, r.left_out as "leftOut", r.faults, r.refused`;

const registrationOf = (row: Row): Registration => ({
  ...row,
  eventTime: instantOfDate(row.eventTime),
  since: instantOfDate(row.since),
});

/** The registration that a job works on; for the worker of that job alone. */
export async function loadRegistrationOfJob(job: string): Promise<Registration | undefined> {
  const { rows } = await pool().query<Row>(`select ${COLUMNS} from registration r where r.job = $1`, [job]);
  return rows[0] && registrationOf(rows[0]);
}

/** A registration of the scope's organisation. */
export async function loadRegistration(scope: OrgScope, job: string): Promise<Registration | undefined> {
  const { rows } = await pool().query<Row>(
    `select ${COLUMNS} from registration r join job j on j.id = r.job
      where r.job = $1 and j.organisation = $2 and j.realm = $3`,
    [job, scope.organisation, scope.realm],
  );
  return rows[0] && registrationOf(rows[0]);
}

/** Brings a registration from one phase into the next; false where it is in another one meanwhile, or its job is over. */
export async function enterPhase(
  db: Db,
  job: string,
  { from, to }: { readonly from: RegistrationPhase; readonly to: RegistrationPhase },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update registration set phase = $3, since = now() where job = $1 and phase = $2
      and exists (select from job j where j.id = $1 and j.state in ('queued', 'running'))`,
    [job, from, to],
  );
  return rowCount === 1;
}

/** Ends a registration that cannot be done whatever its rows, and says why. */
export async function refuseRegistration(job: string, reason: Json): Promise<void> {
  await pool().query(
    `update registration set phase = 'refused', since = now(), refused = $2 where job = $1`,
    [job, JSON.stringify(reason)],
  );
}

/** How far the work on a job is, for who looks on; what counts is written when it ends. */
export async function showProgress(job: string, done: number): Promise<boolean> {
  const { rowCount } = await pool().query(`update job set done = $2 where id = $1 and state = 'running'`, [
    job,
    done,
  ]);
  return rowCount === 1;
}

/** Sets what a job shows of its rows: all of them, those registered, and those that are faulty. */
export async function setJobCounts(
  job: string,
  counts: { readonly total: number; readonly done: number; readonly failed: number },
): Promise<void> {
  await pool().query(
    `update job set total = $2, done = $3, failed = $4 where id = $1 and state in ('queued', 'running')`,
    [job, counts.total, counts.done, counts.failed],
  );
}

/** Ends a registration in the transaction that wrote its packs; false where it was cancelled before. */
export async function completeRegistration(db: Db, job: string, packs: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `with j as (update job set total = $2, done = $2, failed = 0 where id = $1 and state = 'running' returning id)
      update registration r set phase = 'done', since = now() from j where r.job = j.id and r.phase = 'recording'`,
    [job, packs],
  );
  return rowCount === 1;
}

/**
 * Cancels a registration of the scope's organisation while none of its packs is stored; false where they are, or it is over. The job is
 * locked first, as by who stores them.
 */
export async function cancelUnfinished(scope: OrgScope, job: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.query(
      `select from job where id = $1 and organisation = $2 and realm = $3 and state in ('queued', 'running') for update`,
      [job, scope.organisation, scope.realm],
    );
    if (rowCount !== 1) return false;
    const cancelled = await tx.query(
      `update job set state = 'cancelled', finished_at = now()
        where id = $1 and exists (select from registration r where r.job = $1 and r.phase <> 'done')`,
      [job],
    );
    return cancelled.rowCount === 1;
  });
}
