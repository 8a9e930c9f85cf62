import { connection } from 'next/server';

/** The process answers. Whether it should be sent requests, `/readyz` says. */
export async function GET(): Promise<Response> {
  await connection();
  return new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
}
