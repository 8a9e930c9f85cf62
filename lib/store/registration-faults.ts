import type { Json } from '../kernel/canonical-json.ts';
import { pool } from './pool.ts';
import { type Db, inTransaction } from './transaction.ts';

/** Why a row cannot be registered: a code, and what the code needs to be told. */
export interface RowFault {
  readonly code: string;
  readonly [detail: string]: Json;
}

/** A row that cannot be registered as it stands, counted from 1. */
export interface FaultyRegistrationRow {
  readonly row: number;
  readonly serial: string;
  readonly fault: RowFault;
}

/** Keeps the faults found in the rows up to `checked`, and that they were looked at, both or neither. */
export async function saveCheckedRows(
  job: string,
  checked: number,
  faults: readonly FaultyRegistrationRow[],
): Promise<void> {
  await inTransaction(async (tx) => {
    await insertFaults(tx, job, faults);
    await tx.query('update registration set checked = $2 where job = $1', [job, checked]);
  });
}

async function insertFaults(db: Db, job: string, faults: readonly FaultyRegistrationRow[]): Promise<void> {
  if (faults.length === 0) return;
  await db.query(
    `insert into registration_fault (job, row, serial, code, detail)
      select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::jsonb[]) on conflict (job, row) do nothing`,
    [
      job,
      faults.map(({ row }) => row),
      faults.map(({ serial }) => serial),
      faults.map(({ fault }) => fault.code),
      faults.map(({ fault }) => JSON.stringify(fault)),
    ],
  );
}

/** Marks every row whose serial number stands in an earlier row, wherever in the registration that is. */
export async function saveRepeatedRows(job: string): Promise<void> {
  await inTransaction(async (tx) => {
    // Half a million serial numbers are grouped in memory rather than in files.
    await tx.query(`set local work_mem = '96MB'`);
    await tx.query(
      `with rows as materialized (select c.first_row + s.ord::int - 1 as row, s.serial
          from registration_chunk c, unnest(c.serials) with ordinality as s (serial, ord) where c.job = $1 and s.serial is not null),
        twice as (select serial, min(row) as first from rows group by serial having count(*) > 1)
      insert into registration_fault (job, row, serial, code, detail)
      select $1, r.row, r.serial, 'serial/repeated', jsonb_build_object('code', 'serial/repeated', 'row', t.first)
        from rows r join twice t on t.serial = r.serial where r.row > t.first
      on conflict (job, row) do nothing`,
      [job],
    );
  });
}

/** Counts the faults that stand, and keeps the number. */
export async function countFaults(job: string): Promise<number> {
  const { rows } = await pool().query<{ readonly faults: number }>(
    `update registration set faults = (select count(*) from registration_fault f where f.job = $1) where job = $1 returning faults`,
    [job],
  );
  return rows[0]?.faults ?? 0;
}

interface Row {
  readonly row: number;
  readonly serial: string;
  readonly detail: RowFault;
}

/** The faulty rows behind `afterRow`, `limit` at most. */
export async function loadFaults(
  job: string,
  { afterRow, limit }: { readonly afterRow: number; readonly limit: number },
): Promise<readonly FaultyRegistrationRow[]> {
  const { rows } = await pool().query<Row>(
    `select row, serial, detail from registration_fault where job = $1 and row > $2 order by row limit $3`,
    [job, afterRow, limit],
  );
  return rows.map(({ row, serial, detail }) => ({ row, serial, fault: detail }));
}
