/**
 * What stands in the path of a request behind `prefix`, piece by piece, percent-decoded once: `undefined` in the place of a piece that
 * is no UTF-8. A serial number may hold a slash, which travels as %2F and is no end of a piece.
 */
export function pathSegments(request: Request, prefix: string): readonly (string | undefined)[] {
  const { pathname } = new URL(request.url);
  return pathname.slice(prefix.length).split('/').map(decoded);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
