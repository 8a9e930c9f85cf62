import { logResponse } from '../../../lib/http/log-response.ts';
import { checkpointFile } from '../../../lib/service/log/checkpoint-file.ts';

/** The published head of the log (C2SP tlog-checkpoint). */
export async function GET(request: Request): Promise<Response> {
  return logResponse(request, await checkpointFile());
}
