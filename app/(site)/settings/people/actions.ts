'use server';

import type { ActionAnswer } from '../../../../components/ui/problem-data.ts';
import { changeMember } from '../../../../lib/service/accounts/change-member.ts';
import { demandSecondFactor } from '../../../../lib/service/accounts/demand-second-factor.ts';
import { invitePerson } from '../../../../lib/service/accounts/invite-person.ts';
import { takeInvitationBack } from '../../../../lib/service/accounts/take-invitation-back.ts';
import { accountProblem } from '../../../session/account-problem.ts';
import { placesOfForm } from '../../../session/places-of-form.ts';
import { requestTime } from '../../../session/request-time.ts';
import { requireMember, requireScope } from '../../../session/require-scope.ts';

const DONE = { ok: true, value: null } as const;
const UUID = /^[0-9a-f]{32}$/;

/** Makes an invitation, and gives its link this once. */
export async function invite(
  form: FormData,
): Promise<ActionAnswer<{ readonly link: string; readonly email: string }>> {
  const email = String(form.get('email') ?? '');
  const days = Number(form.get('days')) || 1;
  const order = { email, days, places: placesOfForm(form) };
  const invited = await invitePerson(await requireScope(), order, requestTime());
  return invited.ok
    ? { ok: true, value: { link: invited.value.link, email } }
    : accountProblem(invited.error);
}

/** Makes the roles chosen all that a person has. */
export async function changeRoles(form: FormData): Promise<ActionAnswer<null>> {
  const userId = String(form.get('userId') ?? '');
  const changed = await changeMember(await requireScope(), userId, placesOfForm(form));
  return changed.ok ? DONE : accountProblem(changed.error);
}

/** Takes an invitation back. */
export async function revokeInvitation(form: FormData): Promise<ActionAnswer<null>> {
  const id = String(form.get('id') ?? '');
  if (!UUID.test(id)) return accountProblem({ code: 'not-found' });
  const revoked = await takeInvitationBack(await requireScope(), id);
  return revoked.ok ? DONE : accountProblem(revoked.error);
}

/** Demands a second factor of everybody, or no more. */
export async function demand(form: FormData): Promise<ActionAnswer<null>> {
  const { scope, isStrong } = await requireMember();
  const done = await demandSecondFactor(scope, form.get('demanded') === 'yes', isStrong);
  return done.ok ? DONE : accountProblem(done.error);
}
