import { pool } from './pool.ts';
import { type Db, inTransaction } from './transaction.ts';

/** Rows of a registration that stand together. `undefined` stands for one that was left out. */
export interface RegistrationChunk {
  /** Counted from 1. */
  readonly firstRow: number;
  readonly serials: readonly (string | undefined)[];
}

/** Names the upload that may add rows from now on, and takes away what one before it left. False once all is there. */
export async function beginUpload(job: string, upload: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.query(
      `update registration set upload = $2, given = 0 where job = $1 and phase = 'uploading'`,
      [job, upload],
    );
    if (rowCount !== 1) return false;
    await tx.query('delete from registration_chunk where job = $1', [job]);
    return true;
  });
}

/** Adds rows to an upload; false where another upload has taken its place, or it was cancelled. */
export async function appendUpload(
  job: string,
  upload: string,
  { firstRow, serials }: RegistrationChunk,
): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'append-upload',
    text: `with r as (update registration set given = given + cardinality($4::text[])
        where job = $1 and upload = $2 and phase = 'uploading'
          and exists (select from job j where j.id = registration.job and j.state in ('queued', 'running')) returning job)
      insert into registration_chunk (job, first_row, serials) select job, $3, $4::text[] from r`,
    values: [job, upload, firstRow, serials],
  });
  return rowCount === 1;
}

/** Adds rows that no upload brings. */
export async function appendRows(
  db: Db,
  job: string,
  { firstRow, serials }: RegistrationChunk,
): Promise<void> {
  await db.query(
    `with c as (insert into registration_chunk (job, first_row, serials) values ($1, $2, $3))
      update registration set given = given + cardinality($3::text[]) where job = $1`,
    [job, firstRow, serials],
  );
}

interface Row {
  readonly first_row: number;
  readonly serials: readonly (string | null)[];
}

/** The first piece of a registration that begins behind `afterRow`. */
export async function loadChunk(
  job: string,
  afterRow: number,
  db: Db = pool(),
): Promise<RegistrationChunk | undefined> {
  const { rows } = await db.query<Row>({
    name: 'registration-chunk',
    text: `select first_row, serials from registration_chunk where job = $1 and first_row > $2 order by first_row limit 1`,
    values: [job, afterRow],
  });
  const [row] = rows;
  return row && { firstRow: row.first_row, serials: row.serials.map((serial) => serial ?? undefined) };
}

/** The first and the last serial number that are to be registered. */
export async function loadEnds(
  job: string,
): Promise<{ readonly first: string | null; readonly last: string | null }> {
  const end = (order: 'asc' | 'desc') => `(select s.serial from (select * from registration_chunk
    where job = $1 order by first_row ${order} limit 10) c, unnest(c.serials) with ordinality as s (serial, ord)
    where s.serial is not null order by c.first_row ${order}, s.ord ${order} limit 1)`;
  const { rows } = await pool().query(`select ${end('asc')} as first, ${end('desc')} as last`, [job]);
  return rows[0];
}
