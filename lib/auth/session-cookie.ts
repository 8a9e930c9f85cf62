/** A cookie to be set, as whoever writes the answer wants it. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: 'lax' | 'strict' | 'none';
  /** Seconds; absent: until the browser is closed. */
  readonly maxAge?: number;
}

/** Reads the `Set-Cookie` lines that the sign-in engine answers with (RFC 6265 section 4.1). */
export const sessionCookiesOf = (headers: Headers): readonly SessionCookie[] =>
  headers.getSetCookie().map(cookieOf);

function cookieOf(line: string): SessionCookie {
  const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
  const attributes = new Map(
    rest.map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.toLowerCase(), value] as const;
    }),
  );
  const equals = pair.indexOf('=');
  const maxAge = attributes.get('max-age');
  const sameSite = attributes.get('samesite')?.toLowerCase();
  return {
    name: pair.slice(0, equals),
    value: decodeURIComponent(pair.slice(equals + 1)),
    path: attributes.get('path') ?? '/',
    httpOnly: attributes.has('httponly'),
    secure: attributes.has('secure'),
    sameSite: sameSite === 'strict' || sameSite === 'none' ? sameSite : 'lax',
    ...(maxAge !== undefined && { maxAge: Number(maxAge) }),
  };
}
