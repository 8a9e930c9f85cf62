'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { PAGE } from '../../components/page-addresses.ts';
import type { NewFactor } from '../../components/settings/settings-data.ts';
import type { ActionAnswer } from '../../components/ui/problem-data.ts';
import { endSessions } from '../../lib/auth/end-sessions.ts';
import { askForNewPasskey, keepPasskey, removePasskey } from '../../lib/auth/own-passkeys.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '../../lib/auth/own-second-factor.ts';
import { qrPicture } from '../../lib/service/accounts/qr-picture.ts';
import { accountProblem } from './account-problem.ts';
import { MALFORMED } from './action-problem.ts';
import { setCookies } from './set-cookies.ts';
import { whereabouts } from './whereabouts.ts';

const password = z.string().min(1).max(256);
const DONE = { ok: true, value: null } as const;

const passwordIn = (form: FormData): string => password.catch('').parse(form.get('password'));

/** Makes a secret for the authenticator app of who is signed in. */
export async function beginFactor(form: FormData): Promise<ActionAnswer<NewFactor>> {
  const begun = await beginSecondFactor(passwordIn(form), await whereabouts());
  if (!begun.ok) return accountProblem(begun.error);
  const { uri, recoveryCodes } = begun.value;
  const key = new URL(uri).searchParams.get('secret') ?? '';
  return { ok: true, value: { picture: qrPicture(uri), key, recoveryCodes } };
}

/** Turns the second factor on by the first code. */
export async function confirmFactor(form: FormData): Promise<ActionAnswer<null>> {
  const code = String(form.get('code') ?? '').replaceAll(/\s/g, '');
  const confirmed = await confirmSecondFactor(code, await whereabouts());
  if (!confirmed.ok) return accountProblem(confirmed.error);
  await setCookies(confirmed.value);
  return DONE;
}

/** Turns the second factor off. */
export async function removeFactor(form: FormData): Promise<ActionAnswer<null>> {
  const removed = await removeSecondFactor(passwordIn(form), await whereabouts());
  if (!removed.ok) return accountProblem(removed.error);
  await setCookies(removed.value);
  return DONE;
}

/** Makes new recovery codes. */
export async function renewCodes(form: FormData): Promise<ActionAnswer<readonly string[]>> {
  const renewed = await renewRecoveryCodes(passwordIn(form), await whereabouts());
  return renewed.ok ? { ok: true, value: renewed.value } : accountProblem(renewed.error);
}

/** What the browser is to make a passkey from. */
export async function askPasskey(): Promise<ActionAnswer<PublicKeyCredentialCreationOptionsJSON>> {
  const asked = await askForNewPasskey(await whereabouts());
  if (!asked.ok) return accountProblem(asked.error);
  await setCookies(asked.value.cookies);
  return { ok: true, value: asked.value.options as unknown as PublicKeyCredentialCreationOptionsJSON };
}

const made = z.object({ response: z.looseObject({}), name: z.string().trim().min(1).max(60) });

/** Keeps the passkey that the browser has made. */
export async function addPasskey(response: unknown, name: string): Promise<ActionAnswer<null>> {
  const read = made.safeParse({ response, name });
  if (!read.success) return MALFORMED;
  const kept = await keepPasskey(read.data.response, read.data.name, await whereabouts());
  return kept.ok ? DONE : accountProblem(kept.error);
}

/** Takes a passkey away. */
export async function takePasskeyAway(form: FormData): Promise<ActionAnswer<null>> {
  const removed = await removePasskey(String(form.get('id') ?? ''), await whereabouts());
  return removed.ok ? DONE : accountProblem(removed.error);
}

/** Ends one of the person’s sessions. */
export async function endSession(form: FormData): Promise<ActionAnswer<null>> {
  const ended = await endSessions(String(form.get('id') ?? ''), await whereabouts());
  return ended.ok ? DONE : accountProblem(ended.error);
}

/** Ends all of them, this one too. */
export async function signOutEverywhere(): Promise<void> {
  await endSessions(undefined, await whereabouts());
  redirect(PAGE.signIn);
}
