'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { PAGE } from '../../components/page-addresses.ts';
import type { SecondFactorState } from '../../components/sign-in/sign-in-data.ts';
import type { ActionAnswer } from '../../components/ui/problem-data.ts';
import { askForPasskey, openSessionByPasskey } from '../../lib/auth/own-passkeys.ts';
import { giveSecondFactor } from '../../lib/auth/second-factor.ts';
import { accountProblem } from './account-problem.ts';
import { MALFORMED } from './action-problem.ts';
import { localPath } from './local-path.ts';
import { setCookies } from './set-cookies.ts';
import { whereabouts } from './whereabouts.ts';

const given = z.object({
  kind: z.enum(['totp', 'recovery']),
  code: z
    .string()
    .max(40)
    .transform((code) => code.replaceAll(/\s/g, '')),
});

/** Ends a sign-in by the second factor, and goes to the page that was asked for. */
export async function giveFactor(_previous: SecondFactorState, form: FormData): Promise<SecondFactorState> {
  const read = given.safeParse({ kind: form.get('kind'), code: form.get('code') });
  const opened = read.success
    ? await giveSecondFactor(read.data.kind, read.data.code, await whereabouts())
    : ({ ok: false, error: { code: 'auth/wrong-code' } } as const);
  if (!opened.ok) {
    const refusal = accountProblem(opened.error);
    return { problem: refusal.ok ? null : refusal.problem };
  }
  await setCookies(opened.value);
  redirect(localPath(form.get('next')) ?? PAGE.home);
}

/** What a passkey is asked for. */
export async function askPasskeyAtSignIn(): Promise<ActionAnswer<PublicKeyCredentialRequestOptionsJSON>> {
  const asked = await askForPasskey(await whereabouts());
  if (!asked.ok) return accountProblem(asked.error);
  await setCookies(asked.value.cookies);
  return { ok: true, value: asked.value.options as unknown as PublicKeyCredentialRequestOptionsJSON };
}

/** Signs in by what the passkey answered; gives the page to go on to. */
export async function signInByPasskey(response: unknown, next: unknown): Promise<ActionAnswer<string>> {
  const read = z.looseObject({ id: z.string().max(2_000) }).safeParse(response);
  if (!read.success) return MALFORMED;
  const opened = await openSessionByPasskey(read.data, await whereabouts());
  if (!opened.ok) return accountProblem(opened.error);
  await setCookies(opened.value);
  return { ok: true, value: localPath(next) ?? PAGE.home };
}
