import { signInEngine } from './sign-in-engine.ts';

/** Answers a request as the sign-in engine has it, limited per client address: signing in and out, and no more. Nobody can sign up. */
export const handleSignIn = (request: Request): Promise<Response> => signInEngine().handler(request);

/** Signs a person in without the limits of {@link handleSignIn}, for scripts and tests. The `Cookie` header to send, or why not. */
export async function signIn(email: string, password: string): Promise<string | undefined> {
  const response = await signInEngine().api.signInEmail({ body: { email, password }, asResponse: true });
  if (!response.ok) return undefined;
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
