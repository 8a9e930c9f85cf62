import type { OrgScope } from '../custody/org-scope.ts';
import { parseInstant } from '../kernel/instant.ts';
import { grantJson } from '../service/grant-json.ts';
import { type GrantKey, listGrants } from '../service/list-grants.ts';
import { problem, response } from './problem.ts';

/** Rows on a page. */
const PAGE = 100;

/** The grants that the caller's organisation has given or was given, a page of them, with the address of the next in `Link`. */
export async function grantsResponse(scope: OrgScope, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const token = url.searchParams.get('nextPageToken');
  const after = token === null ? undefined : keyOf(token);
  if (token !== null && !after) return problem({ code: 'body/invalid', path: 'nextPageToken' });
  const { grants, next } = await listGrants(scope, { limit: PAGE, after });
  const answer = response({ status: 200, body: { grants: grants.map(grantJson) } });
  if (next) {
    url.searchParams.set('nextPageToken', `${new Date(next.validFrom).toISOString()}_${next.id}`);
    answer.headers.set('link', `<${url.pathname}${url.search}>; rel="next"`);
  }
  return answer;
}

function keyOf(token: string): GrantKey | undefined {
  const [, time = '', id] = /^([^_]+)_([0-9a-f]{32})$/.exec(token) ?? [];
  const validFrom = parseInstant(time);
  return validFrom.ok && id !== undefined ? { validFrom: validFrom.value, id } : undefined;
}
