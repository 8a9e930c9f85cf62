import { connection } from 'next/server';
import { logResponse } from '../../../lib/http/log-response.ts';
import { policyFile } from '../../../lib/service/log/policy-file.ts';

/** Whose signatures the log's heads need (C2SP tlog-policy). */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return logResponse(request, policyFile());
}
