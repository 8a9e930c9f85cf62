'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { PAGE } from '../../components/page-addresses.ts';
import type { ActionAnswer } from '../../components/ui/problem-data.ts';
import { changeLocation } from '../../lib/auth/change-location.ts';
import { openSession } from '../../lib/auth/open-session.ts';
import { personOfSession } from '../../lib/auth/scope-of-session.ts';
import { limitInvitation } from '../../lib/http/limits.ts';
import {
  type Accepting,
  acceptInvitation,
  seeInvitation,
} from '../../lib/service/accounts/accept-invitation.ts';
import { accountProblem } from './account-problem.ts';
import { MALFORMED } from './action-problem.ts';
import { setCookies } from './set-cookies.ts';
import { whereabouts } from './whereabouts.ts';

const joining = z.object({
  name: z.string().trim().min(1).max(120),
  password: z.string().min(1).max(256),
});

/** Accepts the invitation of a link, as who is signed in or as a new person, and leads to where they work. */
export async function acceptByLink(token: string, form: FormData): Promise<ActionAnswer<string>> {
  const from = await whereabouts();
  const limit = limitInvitation(from.address, Date.now());
  if (limit) return accountProblem(limit);
  const person = await personOfSession(await headers());
  if (person.ok) {
    const { userId, email } = person.value;
    return joined(token, { kind: 'known', userId, email });
  }
  const read = joining.safeParse(Object.fromEntries(form));
  if (!read.success) return MALFORMED;
  const accepted = await acceptInvitation(token, { kind: 'new', ...read.data });
  if (!accepted.ok) return accountProblem(accepted.error);
  const opened = await openSession(accepted.value, read.data.password, from);
  if (!opened.ok) return { ok: true, value: PAGE.signIn };
  await setCookies(opened.value.cookies);
  return { ok: true, value: PAGE.home };
}

/** Who is signed in stands at the first of the new places from now on. */
async function joined(token: string, accepting: Accepting): Promise<ActionAnswer<string>> {
  const invitation = await seeInvitation(token);
  const accepted = await acceptInvitation(token, accepting);
  if (!accepted.ok) return accountProblem(accepted.error);
  const [place] = invitation?.places ?? [];
  if (invitation) await changeLocation(await headers(), invitation.organisation, place?.location);
  return { ok: true, value: PAGE.home };
}
