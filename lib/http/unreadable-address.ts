/**
 * Where requests for an address with a broken percent escape are answered. The web framework cannot decode such an address and would
 * answer with a bare fault of its own before any route is asked, so the request is led here before it sees it.
 */
export const UNREADABLE_ADDRESS = '/api/unreadable-address';

/** What programs ask; the pages' proxy looks at every other address itself. */
const PROGRAMS = /^\/+(api|epcis|log|01|wasm|_next)(\/|$)/;

/** The target of a request (RFC 9112 section 3.2) as the framework may see it: another one where its path cannot be decoded. */
export function readableTarget(target: string): string {
  const path = target.split('?', 1)[0] ?? '';
  return PROGRAMS.test(path) && !isDecodable(path) ? UNREADABLE_ADDRESS : target;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
