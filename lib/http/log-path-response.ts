import { tileFile } from '../service/log/tile-file.ts';
import { logResponse } from './log-response.ts';

/** Serves the tile or bundle whose path stands below `/log/` in the request's address, written in the one way the standard allows. */
export async function logPathResponse(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice('/log/'.length);
  const file = await tileFile(path);
  return logResponse(request, file.ok ? file.value : undefined);
}
