import { env } from '../env.ts';
import { signInEngine } from './sign-in-engine.ts';

/** A question to the sign-in engine, on behalf of whoever sent `headers` from `address`. */
export interface EngineQuestion {
  readonly path: string;
  /** Absent: it is only asked for something. */
  readonly body?: object;
  /** Those of the request, for its cookies and its browser's name. */
  readonly headers?: Headers | undefined;
  readonly address: string;
}

/**
 * Asks the engine as a client would, and so within its limits for each client address. The engine itself stands at no address of the
 * site: what is asked of it passes through here.
 */
export function askSignInEngine({ path, body, headers, address }: EngineQuestion): Promise<Response> {
  const { baseUrl } = env();
  const sent = new Headers({ origin: baseUrl, 'x-forwarded-for': address });
  for (const name of ['cookie', 'user-agent']) {
    const value = headers?.get(name);
    if (value) sent.set(name, value);
  }
  if (body) sent.set('content-type', 'application/json');
  return signInEngine().handler(
    new Request(`${baseUrl}/api/auth/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: sent,
      ...(body && { body: JSON.stringify(body) }),
    }),
  );
}
