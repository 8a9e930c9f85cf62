import { join } from 'node:path';
import { connection } from 'next/server';
import { readiness } from '../../lib/service/readiness.ts';

/** Whether database, migrations and sequencer are as they should be: 200, or 503 with the reason. */
export async function GET(): Promise<Response> {
  await connection();
  const { isReady, checks } = await readiness(join(process.cwd(), 'prisma', 'migrations'), Date.now());
  return Response.json(
    { ready: isReady, checks },
    { status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
