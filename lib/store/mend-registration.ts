import type { RowFault } from './registration-faults.ts';
import { inTransaction, type Tx } from './transaction.ts';

/** Only what waits to be mended may be changed: what is being recorded is read piece by piece. */
const LOCK = `select from registration r join job j on j.id = r.job
  where r.job = $1 and r.phase = 'mending' and j.state in ('queued', 'running') for update of r`;

/** How many rows are still faulty; `undefined` where the registration is not to be mended. */
type FaultsLeft = number | undefined;

/**
 * Writes another serial number into a faulty row. `judge` is asked with the first other row that has it, and says what is wrong with it
 * now, if anything.
 */
export async function mendRow(
  job: string,
  { row, serial }: { readonly row: number; readonly serial: string },
  judge: (sameIn: number | undefined) => RowFault | undefined,
): Promise<FaultsLeft> {
  return inTransaction(async (tx) => {
    if ((await tx.query(LOCK, [job])).rowCount !== 1) return undefined;
    const fault = judge(await rowOf(tx, job, serial, row));
    await tx.query(
      fault
        ? 'update registration_fault set serial = $3, code = $4, detail = $5 where job = $1 and row = $2'
        : 'delete from registration_fault where job = $1 and row = $2 and $3::text is not null',
      fault ? [job, row, serial, fault.code, JSON.stringify(fault)] : [job, row, serial],
    );
    await tx.query(
      `update registration_chunk set serials[$2 - first_row + 1] = $3
        where job = $1 and first_row = (select max(first_row) from registration_chunk where job = $1 and first_row <= $2)`,
      [job, row, serial],
    );
    return faultsLeft(tx, job);
  });
}

async function rowOf(tx: Tx, job: string, serial: string, but: number): Promise<number | undefined> {
  const { rows } = await tx.query<{ readonly row: number | null }>(
    `select min(c.first_row + s.ord::int - 1) as row from registration_chunk c, unnest(c.serials) with ordinality as s (serial, ord)
      where c.job = $1 and c.serials @> array[$2::text] and s.serial = $2 and c.first_row + s.ord - 1 <> $3`,
    [job, serial, but],
  );
  return rows[0]?.row ?? undefined;
}

/** Leaves out faulty rows, all of them where `rows` is not given. */
export async function leaveOutRows(job: string, rows: readonly number[] | undefined): Promise<FaultsLeft> {
  return inTransaction(async (tx) => {
    if ((await tx.query(LOCK, [job])).rowCount !== 1) return undefined;
    const { rows: gone } = await tx.query<{ readonly row: number }>(
      `delete from registration_fault where job = $1 and ($2::int[] is null or row = any ($2)) returning row`,
      [job, rows ?? null],
    );
    await tx.query(
      `update registration_chunk c set serials = (select array_agg(case when g.row is null then s.serial end order by s.ord)
          from unnest(c.serials) with ordinality as s (serial, ord)
          left join unnest($2::int[]) as g (row) on g.row = c.first_row + s.ord - 1)
        where c.job = $1 and exists (select from unnest($2::int[]) as g (row)
          where g.row between c.first_row and c.first_row + cardinality(c.serials) - 1)`,
      [job, gone.map(({ row }) => row)],
    );
    await tx.query('update registration set left_out = left_out + $2 where job = $1', [job, gone.length]);
    return faultsLeft(tx, job);
  });
}

/** Counts what is left; where nothing is, the registration is checked. */
async function faultsLeft(tx: Tx, job: string): Promise<number> {
  const { rows } = await tx.query<{ readonly faults: number }>(
    `with f as (select count(*)::int as n from registration_fault where job = $1)
      update registration set faults = f.n, phase = case when f.n = 0 then 'checked' else phase end,
        since = case when f.n = 0 then now() else since end from f where job = $1 returning faults`,
    [job],
  );
  return rows[0]?.faults ?? 0;
}
