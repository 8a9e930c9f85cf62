import { inTransaction } from './transaction.ts';

/** Writes other serial numbers into faulty rows, whose faults are gone with them. */
export async function replaceFaultyRows(
  job: string,
  rows: readonly { readonly row: number; readonly serial: string }[],
): Promise<void> {
  const values = [job, rows.map(({ row }) => row), rows.map(({ serial }) => serial)];
  await inTransaction(async (tx) => {
    await tx.query(
      `update registration_chunk c set serials = (select array_agg(coalesce(g.serial, s.serial) order by s.ord)
          from unnest(c.serials) with ordinality as s (serial, ord)
          left join unnest($2::int[], $3::text[]) as g (row, serial) on g.row = c.first_row + s.ord - 1)
        where c.job = $1 and exists (select from unnest($2::int[]) as g (row)
          where g.row between c.first_row and c.first_row + cardinality(c.serials) - 1)`,
      values,
    );
    await tx.query('delete from registration_fault where job = $1 and row = any ($2)', values.slice(0, 2));
  });
}
