import { randomUUID } from 'node:crypto';
import { pool } from '../../../../../../../../lib/store/pool.ts';

const READ = { name: 'plain-read', text: 'select * from pack where realm = 0 and gtin = $1 and serial = $2' };

const KEEP = {
  name: 'plain-keep',
  text: 'insert into plain_visit (id, at, gtin, serial, status) values ($1, now(), $2, $3, $4)',
};

/** What a verification is compared with: one row read by its primary key, and one row inserted, through the same pool. */
export async function GET(_request: Request, context: { params: Promise<{ gtin: string; serial: string }> }) {
  const { gtin, serial } = await context.params;
  const { rows } = await pool().query({ ...READ, values: [gtin, serial] });
  const [pack] = rows;
  if (!pack) return Response.json({ status: 'unknown' }, { status: 404 });
  await pool().query({ ...KEEP, values: [randomUUID(), gtin, serial, pack.status] });
  return Response.json(pack);
}
