import { pathSegments } from './path-segments.ts';

/** The id of a job behind `prefix` in the path of a request, 32 hex digits; `undefined` where there is none. */
export function jobIdIn(request: Request, prefix: string): string | undefined {
  const [id = ''] = pathSegments(request, prefix);
  return /^[0-9a-f]{32}$/.test(id) ? id : undefined;
}
