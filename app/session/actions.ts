'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { PAGE, secondFactorAddress } from '../../components/page-addresses.ts';
import type { SignInState } from '../../components/sign-in/sign-in-data.ts';
import { changeLocation } from '../../lib/auth/change-location.ts';
import { openDemoSession } from '../../lib/auth/demo-accounts.ts';
import { closeSession, openSession, type SignInError } from '../../lib/auth/open-session.ts';
import { parseGln } from '../../lib/gs1/gln.ts';
import { localPath } from './local-path.ts';
import { requireMember } from './require-scope.ts';
import { setCookies } from './set-cookies.ts';
import { whereabouts } from './whereabouts.ts';

const credentials = z.object({
  email: z.string().trim().min(1).max(320),
  password: z.string().min(1).max(256),
});

/** Signs in by the form, and goes to the page that was asked for. */
export async function signInByForm(_previous: SignInState, form: FormData): Promise<SignInState> {
  const read = credentials.safeParse(Object.fromEntries(form));
  const email = String(form.get('email') ?? '').slice(0, 320);
  if (!read.success) return { problem: problemOf({ code: 'auth/wrong-credentials' }), email };
  const opened = await openSession(read.data.email, read.data.password, await whereabouts());
  if (!opened.ok) return { problem: problemOf(opened.error), email };
  await setCookies(opened.value.cookies);
  const next = localPath(form.get('next'));
  redirect(opened.value.asks === 'second-factor' ? secondFactorAddress(next) : (next ?? PAGE.home));
}

function problemOf(error: SignInError): NonNullable<SignInState['problem']> {
  if (error.code === 'rate/limited') {
    const { code, retryAfterSeconds } = error;
    return { code, status: 429, title: 'Too many attempts from this address.', retryAfterSeconds };
  }
  return {
    code: error.code,
    status: 401,
    title: 'Address and password do not belong together.',
    detail: 'Compare both, and look whether Caps Lock is on.',
  };
}

/** Steps into another account of the demo world; outside demo mode nothing happens. */
export async function stepIntoDemoAccount(form: FormData): Promise<void> {
  const opened = await openDemoSession(String(form.get('email') ?? ''), await whereabouts());
  if (opened) await setCookies(opened);
  redirect(opened ? PAGE.home : PAGE.signIn);
}

/** Ends the session here and on the server. */
export async function signOut(): Promise<void> {
  await setCookies(await closeSession(await whereabouts()));
  redirect(PAGE.signIn);
}

/** Binds the session to another place of the organisation (`location`, empty: all of it), which is logged. */
export async function moveToPlace(form: FormData): Promise<void> {
  const { scope } = await requireMember();
  const gln = parseGln(String(form.get('location') ?? ''));
  await changeLocation(await headers(), scope.organisation, gln.ok ? gln.value : undefined);
  redirect(PAGE.home);
}
