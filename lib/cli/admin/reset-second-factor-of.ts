import { resetSecondFactor } from '../../service/accounts/reset-second-factor.ts';
import { textIn } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';

/** Takes a person's second factor and passkeys away, for who has lost them all. */
export const resetSecondFactorOf: AdminRun = async (input) => {
  const email = textIn(input, 'email');
  if (!(await resetSecondFactor(email)))
    throw new UnusableInput(`Nobody signs in with ${email}: list-users shows them.`);
  return {
    lines: [
      `${email} signs in by the password alone until they set up another second factor; their sessions have ended.`,
    ],
    json: { email, reset: true },
  };
};
