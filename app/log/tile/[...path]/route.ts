import { logPathResponse } from '../../../../lib/http/log-path-response.ts';

/** Tiles of hashes and bundles of entries (C2SP tlog-tiles). */
export function GET(request: Request): Promise<Response> {
  return logPathResponse(request);
}
