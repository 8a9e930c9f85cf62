import { connection } from 'next/server';
import { logResponse } from '../../../lib/http/log-response.ts';
import { keysFile } from '../../../lib/service/log/keys-file.ts';

/** The history of the keys that sign the log's heads. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return logResponse(request, keysFile());
}
