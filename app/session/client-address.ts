const LOOPBACK = /^(::1|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

/**
 * Where a request came from, for limits. What it says of itself counts only where the connection comes from this machine, thus from a
 * proxy in front of us, and then only the last word: the one that the proxy added.
 */
export function clientAddress(headers: Headers): string {
  const remote = headers.get('x-vialog-remote-address') ?? '';
  const passedOn = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (passedOn && (remote === '' || LOOPBACK.test(remote))) return passedOn;
  return remote === '' ? '0.0.0.0' : remote;
}
